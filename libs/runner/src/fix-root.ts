import type { Artifact, Ports } from '@fixpoint/model';
import { planDocumentFixes } from '@fixpoint/root-consistency';
import { mendsDocuments, planRootFixes } from '@fixpoint/root-validator';
import type { Manifest } from '@fixpoint/surface-formats';
import { applyChanges } from '@fixpoint/workspace-io';
import { faultVerdict } from './fault-verdict';
import { stepRefused, type StepResult } from './lifecycle-verdict';
import { openParityRoot } from './parity-root';
import { placeRoot, type RootRequest } from './root-place';
import { runTarget } from './run-target';

const TARGET = 'validate';

interface Fix extends Artifact {
  readonly what: string;
}

/**
 * Mends what can be mended mechanically in a root, all files in one step, and then validates it: the verdict is that of the
 * second look, and its `written` names what was mended. Nothing is written when something cannot be read. Never throws.
 *
 * @req FP-CLI-007
 */
export async function fixRoot(request: RootRequest): Promise<StepResult> {
  const { name, ports } = placeRoot(request);
  try {
    const opened = await openParityRoot({ name, ports });
    if (!opened.ok) return stepRefused(TARGET, name, opened);
    const fixes = await planFixes(ports, opened.value.manifest);
    if (!Array.isArray(fixes)) return stepRefused(TARGET, name, fixes);
    const { written } =
      fixes.length === 0
        ? { written: [] }
        : await applyChanges(ports.files.root, { write: fixes, remove: [] });
    const verdict = await runTarget({ ...request, target: TARGET });
    return { text: textOf(fixes, written), verdict: { ...verdict, written } };
  } catch (error) {
    return { verdict: faultVerdict(error, { target: TARGET, root: name, absoluteRoot: ports.files.root }) };
  }
}

async function planFixes(ports: Ports, manifest: Manifest) {
  const documents = mendsDocuments(manifest) ? await planDocumentFixes(ports) : [];
  const rest = await planRootFixes(ports, manifest, documents);
  if (!rest.ok) return { findings: rest.findings, outcome: rest.outcome };
  const later = new Set(rest.value.map(({ path }) => path));
  return [...documents.filter(({ path }) => !later.has(path)), ...rest.value];
}

function textOf(fixes: readonly Fix[], written: readonly string[]): string {
  const done = fixes.filter(({ path }) => written.includes(path));
  if (done.length === 0) return 'nothing to fix\n';
  return [...done]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, what }) => `fixed   ${path}: ${what}\n`)
    .join('');
}

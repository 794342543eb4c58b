import {
  bootstrapCoverage as declare,
  EVIDENCE_FILE,
  evidenceDerivation,
  renderCoverageModule,
} from '@fixpoint/coverage';
import type { Finding, Outcome, Verdict } from '@fixpoint/model';
import type { Manifest, Union, WrapperEvidence } from '@fixpoint/surface-formats';
import { faultVerdict } from './fault-verdict';
import { placeRoot, type RootRequest } from './root-place';
import { openRoot, type OpenRoot } from './open-root';

/** A coverage module, or why there is none. */
export interface BootstrapResult {
  readonly text?: string;
  readonly verdict: Verdict;
}

const TARGET = 'bootstrap-coverage';

/**
 * A first declaration for a wrapper that has none, made from what its source passes and in the words of the newest committed
 * union. Reads, and writes nothing. Never throws.
 */
export async function bootstrapCoverage(request: RootRequest): Promise<BootstrapResult> {
  const place = placeRoot(request);
  try {
    const opened = await openRoot(place);
    if (!opened.ok) return refused(place.name, opened.findings, 'usage');
    return await bootstrap(opened.value);
  } catch (error) {
    return {
      verdict: faultVerdict(error, {
        target: TARGET,
        root: place.name,
        absoluteRoot: place.ports.files.root,
      }),
    };
  }
}

async function bootstrap({ name, ports, config }: OpenRoot): Promise<BootstrapResult> {
  const manifest = config as Manifest;
  const facts = await evidenceDerivation.collect(ports, manifest, { check: false });
  if (!facts.ok) return refused(name, facts.findings, facts.outcome);
  const derived = evidenceDerivation.derive(facts.value, manifest);
  if (!derived.ok) return refused(name, derived.findings, derived.outcome);
  const evidence = derived.value.find(({ path }) => path === EVIDENCE_FILE);
  const { union } = facts.value;
  if (evidence === undefined || union === undefined)
    return refused(name, [nothingToStartFrom(name, evidence === undefined)], 'usage');
  const declaration = declare(JSON.parse(evidence.text) as WrapperEvidence, JSON.parse(union.text) as Union);
  return { text: renderCoverageModule(declaration), verdict: verdictOf(name, [], 'clean') };
}

function refused(root: string, findings: readonly Finding[], outcome: Outcome = 'drift'): BootstrapResult {
  return { verdict: verdictOf(root, findings, outcome) };
}

function verdictOf(root: string, findings: readonly Finding[], outcome: Outcome): Verdict {
  return { target: TARGET, root, outcome, findings, drifts: [], written: [], removed: [], compared: 0 };
}

function nothingToStartFrom(root: string, noEvidence: boolean): Finding {
  return noEvidence
    ? {
        id: 'bootstrap-coverage/no-evidence',
        severity: 'error',
        message: 'RULES.json names no source of the wrapper that could be scanned',
        file: 'RULES.json',
        path: '/wrapper/evidence',
        fix: 'add "evidence": { "package": "<npm package>", "files": ["dist/**/*.js"] } to "wrapper" in RULES.json',
      }
    : {
        id: 'bootstrap-coverage/no-union',
        severity: 'error',
        message: 'there is no union yet, in whose words the coverage could be declared',
        file: 'snapshots',
        fix: `fixpoint snapshot --root ${root} && fixpoint union --root ${root}`,
      };
}

import { success, type Artifact, type Ports, type Result } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { ruleSetOf } from '../rule-sets';
import { decode } from '../view/tree';
import { planReferenceFixes, withChanges } from './plan-reference-fixes';

/** One file that fixing would write, and what is mended by that. */
export interface RootFix extends Artifact {
  readonly what: string;
}

/** Whether a root with these rules has its documents written anew where their bytes are not canonical. */
export function mendsDocuments(manifest: Manifest): boolean {
  return ruleSetOf(manifest).mendsDocuments;
}

/**
 * What can be mended mechanically in the pointers of a root and in its `current.json` (parity contract §9.4). Nothing is written.
 *
 * @param before fixes that are made first, on whose result these are planned
 */
export async function planRootFixes(
  ports: Ports,
  manifest: Manifest,
  before: readonly Artifact[],
): Promise<Result<readonly RootFix[]>> {
  const view = await ruleSetOf(manifest).collect(ports, manifest);
  if (view === undefined) return success([]);
  const encoder = new TextEncoder();
  const mended = before.map(({ path, text }) => ({ path, bytes: encoder.encode(text) }));
  const planned = planReferenceFixes(withChanges(view, mended));
  if (!planned.ok) return planned;
  return success(
    planned.value.flatMap(({ path, bytes, before: old }) => {
      const text = decode(bytes);
      return text === undefined ? [] : [{ path, text, what: whatOf(path, old === undefined) }];
    }),
  );
}

function whatOf(path: string, isNew: boolean): string {
  if (path.endsWith('.json')) return 'copied from the union of the latest validated version';
  return isNew ? 'created, naming no version' : 'written as one plain line';
}

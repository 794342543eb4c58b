import type { Artifact, Drift, RelativePath } from '@fixpoint/model';
import { compareText } from '@fixpoint/model';

/**
 * Whether a committed text is what the inputs give. The only place where equality is defined: every code unit counts, so
 * a CR, a byte order mark or a missing final newline is a difference.
 *
 * @req FP-ENG-004
 */
export function isSameText(expected: string, committed: string): boolean {
  return expected === committed;
}

/**
 * Compares what the inputs give with what is committed, one drift per file, sorted by path.
 *
 * @param derived artifacts with distinct paths
 * @param committed text by path of every committed file among the derived and the owned ones
 * @param owned paths that belong to the derivation; an owned file that is committed and not derived is an orphan
 *
 * @req FP-ENG-005
 */
export function compareArtifacts(
  derived: readonly Artifact[],
  committed: ReadonlyMap<RelativePath, string>,
  owned: readonly RelativePath[],
): Drift[] {
  const derivedPaths = new Set(derived.map((artifact) => artifact.path));
  const changed = derived.flatMap((artifact) => driftOf(artifact, committed.get(artifact.path)) ?? []);
  const orphans = [...new Set(owned)].flatMap((path): Drift[] => {
    const text = committed.get(path);
    return text === undefined || derivedPaths.has(path) ? [] : [{ kind: 'orphan', path, committed: text }];
  });
  return [...changed, ...orphans].sort((a, b) => compareText(a.path, b.path));
}

function driftOf({ path, text }: Artifact, committed: string | undefined): Drift | undefined {
  if (committed === undefined) return { kind: 'missing', path, expected: text };
  return isSameText(text, committed) ? undefined : { kind: 'stale', path, expected: text, committed };
}

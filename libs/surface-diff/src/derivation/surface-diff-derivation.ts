import type { Derivation, Finding } from '@fixpoint/model';
import { fixCommand, type Manifest } from '@fixpoint/surface-formats';
import { compareUnions } from '../compare-unions';
import { ruleSetOf } from '../rule-sets';
import { deriveDiffs, diffFile, HISTORY_FILES } from './derive-diffs';
import { collectFacts, type SurfaceDiffFacts } from './facts';

/**
 * `diffs/<version>.json` for each version, compared with the one before it, and `history.json` and `history.md` over all.
 *
 * All of them follow from the committed unions alone: what happened to a surface does not change with the wrapper. Who uses it
 * is looked up for the newest version when findings are made.
 */
export const surfaceDiffDerivation: Derivation<Manifest, SurfaceDiffFacts> = {
  id: 'surface-diff',
  summary: 'what changed of the surface from version to version, and the history of every unit',
  owns: (manifest, { version }) =>
    ruleSetOf(manifest).hasArtifacts
      ? [diffFile(version ?? '*'), HISTORY_FILES.json, HISTORY_FILES.markdown]
      : [],
  // A root without unions is told so by the union, one of version 1 has nothing to derive.
  allowsEmpty: (manifest, { check }) => check || !ruleSetOf(manifest).hasArtifacts,
  collect: collectFacts,
  derive: deriveDiffs,
  check,
  fix: (root, version) => fixCommand('surface-diff', { root }, version),
};

/**
 * What the newest version does to the users of the surface. It never fails a run: a wrapper may well be made for an older
 * version, and what it passes in vain is told by the rules of its evidence.
 */
function check({ unions, consumers }: SurfaceDiffFacts, manifest: Manifest): readonly Finding[] {
  const [from, to] = unions.slice(-2);
  if (from === undefined || to === undefined) return [];
  const compared = compareUnions({ from, to, consumers }, manifest);
  // What cannot be read is told by `derive`.
  if (!compared.ok) return [];
  return compared.value.findings
    .filter(({ severity }) => severity !== 'note')
    .map((finding) => ({ ...finding, severity: 'warning' }));
}

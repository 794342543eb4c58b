import { failure, success, type Artifact, type Derived, type Finding } from '@fixpoint/model';
import {
  compareBytes,
  toJsonText,
  type HistoryVersion,
  type Manifest,
  type SurfaceDiff,
  type SurfaceHistory,
} from '@fixpoint/surface-formats';
import {
  comparedTargets,
  compareVersions,
  diffText,
  measuredTargets,
  type ComparedVersion,
} from '../compare';
import { historyMarkdown } from '../history/history-markdown';
import { historyVersion } from '../history/history-version';
import { UnitLives } from '../history/unit-lives';
import { unionFile } from '@fixpoint/surface-units';
import { readUnion } from '../inputs/read-inputs';
import { ruleSetOf } from '../rule-sets';
import { toSurface } from '../surface/to-surface';
import type { SurfaceDiffFacts } from './facts';

/** Where the history of a root is committed. */
export const HISTORY_FILES = { json: 'history.json', markdown: 'history.md' } as const;

/** Where the diff of a version from the one before it is committed. */
export function diffFile(version: string): string {
  return `diffs/${version}.json`;
}

/**
 * A diff for each version but the oldest, and the history of all. Each union is read once and let go, so that a root with many
 * versions needs the memory of two.
 *
 * @req FP-DIFF-001
 */
export function deriveDiffs({ unions, wanted }: SurfaceDiffFacts, manifest: Manifest): Derived {
  const { foldedFlags } = ruleSetOf(manifest);
  const problems: Finding[] = [];
  const diffs: SurfaceDiff[] = [];
  const rows: HistoryVersion[] = [];
  const lives = new UnitLives();
  let previous: ComparedVersion | undefined;
  for (const { version, text } of unions) {
    const read = readUnion(text, version, manifest);
    if (!read.ok) {
      problems.push(...read.findings);
      continue;
    }
    const current = { version, union: read.value };
    const apart = previous && nothingInCommon(previous, current);
    if (apart !== undefined) problems.push(apart);
    const diff = previous && compareVersions(previous, current, { foldedFlags }).diff;
    const surface = toSurface(current.union, { targets: measuredTargets(current.union), foldedFlags });
    rows.push(historyVersion(version, surface, diff));
    lives.add(version, surface);
    if (diff !== undefined) diffs.push(diff);
    previous = current;
  }
  if (problems.length > 0) return failure(...problems);
  if (previous === undefined) return success([]);
  const history = {
    schema_version: 1 as const,
    tool: previous.union.tool,
    versions: rows,
    units: lives.list(),
  };
  const kept = diffs.filter(({ to }) => wanted === undefined || to.version === wanted);
  return success(toArtifacts(kept, history));
}

function toArtifacts(diffs: readonly SurfaceDiff[], history: SurfaceHistory): Artifact[] {
  return [
    ...diffs.map((diff) => ({ path: diffFile(diff.to.version), text: diffText(diff) })),
    { path: HISTORY_FILES.json, text: toJsonText(history) },
    { path: HISTORY_FILES.markdown, text: historyMarkdown(history) },
  ].sort((a, b) => compareBytes(a.path, b.path));
}

/** Two sides without a common target say nothing about each other. */
export function nothingInCommon(from: ComparedVersion, to: ComparedVersion): Finding | undefined {
  if (comparedTargets(from, to).to.length > 0) return undefined;
  const [old, now] = [from, to].map(({ union }) => measuredTargets(union).join(', '));
  return {
    id: 'surface-diff/no-common-target',
    severity: 'error',
    message: `${from.version} (${old}) and ${to.version} (${now}) were measured on no common target`,
    file: unionFile(to.version),
    fix: 'snapshot one of the two versions on a target of the other one, and merge it again',
  };
}

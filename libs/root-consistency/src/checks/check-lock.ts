import { LOCK_FILE, type Digest, type PinnedArtifact } from '@fixpoint/artifact-lock';
import type { Finding } from '@fixpoint/model';
import { fixCommand, shellWord, type Manifest } from '@fixpoint/surface-formats';
import { problemOf, recordsAt, valueAt } from '../problem-at';
import { isBelow, segment, type RootFacts } from '../root-facts';

/**
 * The lock file can be followed, and executables that snapshots were made from are those that it pins.
 *
 * @req FP-ROOT-003
 */
export function checkLock(facts: RootFacts, manifest: Manifest): readonly Finding[] {
  return [...facts.lock.findings, ...missing(facts, manifest), ...otherExecutables(facts, manifest)];
}

// Nothing derives the file, so that it is gone can be told only where the marker says how it is written.
function missing({ lock, files }: RootFacts, manifest: Manifest): Finding[] {
  const assets = Object.entries(manifest.targets.assets ?? {});
  const measured = assets.find(([target]) => files.some((path) => isSnapshotOf(path, target)));
  if (lock.isThere || measured === undefined) return [];
  const [target, asset] = measured;
  return [
    {
      ...problemOf(LOCK_FILE, {
        id: 'lock-missing',
        message: `RULES.json names the asset that is pinned for ${target}, and nothing is pinned: the snapshots of ${target} are held against no executable`,
        expected: asset,
        fix: `git checkout -- ${shellWord(LOCK_FILE)} if it was committed, or pin the versions again with "fixpoint acquire --pin"`,
      }),
      severity: 'warning',
    },
  ];
}

function isSnapshotOf(path: string, target: string): boolean {
  return isBelow(path, 'snapshots') && segment(path, 2) === `${target}.json`;
}

function otherExecutables({ lock, documents }: RootFacts, manifest: Manifest): Finding[] {
  return lock.pinned.flatMap((artifact) => {
    const union = documents.get(`snapshots/${artifact.version}/union.json`)?.value;
    const input = recordsAt(union, 'inputs').find(
      ({ record }) => record['target_triple'] === artifact.target,
    );
    return input === undefined ? [] : compare(artifact, valueAt(input.record, 'binary'), manifest);
  });
}

// Where only the archive is pinned, an executable that is not packed has its digest; nothing else can be said.
function compare(
  { binary, version, target, pointer }: PinnedArtifact,
  measured: unknown,
  manifest: Manifest,
): Finding[] {
  if (binary === undefined) return [];
  return (['sha256', 'size_bytes'] as const satisfies readonly (keyof Digest)[]).flatMap((key) => {
    const actual = valueAt(measured, key);
    if (actual === binary[key] || actual === undefined) return [];
    return [
      {
        ...problemOf(LOCK_FILE, {
          id: 'lock-differs',
          message: `the snapshot of ${version} for ${target} was made from another executable than the pinned one: ${key} differs`,
          expected: String(binary[key]),
          actual: String(actual),
          fix: `${fixCommand('acquire', manifest, version)} and then ${fixCommand('snapshot', manifest, version)}`,
        }),
        path: `${pointer}/binary/${key}`,
      },
    ];
  });
}

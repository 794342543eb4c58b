import { LOCK_FILE, type Digest, type PinnedArtifact } from '@fixpoint/artifact-lock';
import type { Finding } from '@fixpoint/model';
import { fixCommand, type Manifest } from '@fixpoint/surface-formats';
import { problemOf, recordsAt, valueAt } from '../problem-at';
import type { RootFacts } from '../root-facts';

/** Executables that snapshots were made from are those that the lock file pins. */
export function checkLock({ pinned, documents }: RootFacts, manifest: Manifest): readonly Finding[] {
  return pinned.flatMap((artifact) => {
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

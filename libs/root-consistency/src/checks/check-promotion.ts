import { compareBuild, valid } from 'semver';
import type { Finding } from '@fixpoint/model';
import {
  fixCommand,
  LATEST_VALIDATED_FILE,
  MIN_SUPPORTED_FILE,
  type Manifest,
} from '@fixpoint/surface-formats';
import { problemOf } from '../problem-at';
import { isBelow, type RootFacts } from '../root-facts';

/** Pointers name versions that were measured on their target, and the oldest supported version is not the newest. */
export function checkPromotion({ files, pointers }: RootFacts, manifest: Manifest): readonly Finding[] {
  return [...unmeasured({ files, pointers }, manifest), ...order(pointers, manifest)];
}

function unmeasured(
  { files, pointers }: Pick<RootFacts, 'files' | 'pointers'>,
  manifest: Manifest,
): Finding[] {
  return [...pointers].flatMap(([path, version]) => {
    const target = isBelow(path, 'pointers')
      ? path
          .split('/')
          .at(-1)
          ?.replace(/\.txt$/, '')
      : manifest.targets.required;
    const snapshot = `snapshots/${version}/${target}.json`;
    if (files.includes(snapshot)) return [];
    return [
      problemOf(path, {
        id: 'pointer-without-snapshot',
        message: `${path} names ${version}, of which there is no snapshot for ${target}`,
        expected: snapshot,
        actual: version,
        fix: fixCommand('snapshot', manifest, version),
      }),
    ];
  });
}

function order(pointers: RootFacts['pointers'], manifest: Manifest): Finding[] {
  const [oldest, newest] = [pointers.get(MIN_SUPPORTED_FILE), pointers.get(LATEST_VALIDATED_FILE)];
  if (oldest === undefined || newest === undefined || valid(oldest) === null || valid(newest) === null)
    return [];
  if (compareBuild(oldest, newest) <= 0) return [];
  const place = manifest.root === '' ? MIN_SUPPORTED_FILE : `${manifest.root}/${MIN_SUPPORTED_FILE}`;
  return [
    problemOf(MIN_SUPPORTED_FILE, {
      id: 'min-supported-newer',
      message: `the oldest supported version ${oldest} is newer than the latest validated one ${newest}`,
      expected: `at most ${newest}`,
      actual: oldest,
      fix: `write a version that is at most ${newest} into ${place}`,
    }),
  ];
}

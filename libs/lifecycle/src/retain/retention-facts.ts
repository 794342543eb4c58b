import { posix } from 'node:path';
import type { Finding, Ports, Result } from '@fixpoint/model';
import { success } from '@fixpoint/model';
import {
  compareVersions,
  isStrictVersion,
  LATEST_VALIDATED_FILE,
  MIN_SUPPORTED_FILE,
  placeOf,
  type Manifest,
  type VersionPlace,
} from '@fixpoint/surface-formats';
import { readPointerValue, type PointerValue } from '../promote/pointer-value';
import { ruleSetOf } from '../rule-sets';

/** A pointer of the root, with what it says. */
export interface CommittedPointer {
  readonly path: string;
  readonly value: PointerValue;
}

/** What is read for pruning. */
export interface RetentionFacts {
  readonly pointers: readonly CommittedPointer[];
  /** Statuses by version, as far as they can be told. */
  readonly statuses: ReadonlyMap<string, string>;
  /** What each version has of its own, relative to the root, the oldest version first. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

/** Tells how far versions have come. */
export type StatusReader = (ports: Ports, manifest: Manifest) => Promise<Result<ReadonlyMap<string, string>>>;

/** Reads what pruning needs. */
export async function collectRetention(ports: Ports, manifest: Manifest): Promise<Result<RetentionFacts>> {
  const rules = ruleSetOf(manifest).retention;
  const statuses = await rules.readStatuses(ports, manifest);
  if (!statuses.ok) return statuses;
  return success({
    pointers: await readPointers(ports),
    statuses: statuses.value,
    places: await readPlaces(ports, rules.places),
  });
}

async function readPointers({ files }: Ports): Promise<CommittedPointer[]> {
  const paths = await files.list([MIN_SUPPORTED_FILE, LATEST_VALIDATED_FILE, 'pointers/**/*.txt']);
  return Promise.all(
    paths.map(async (path) => ({ path, value: readPointerValue(await files.readText(path)) })),
  );
}

async function readPlaces(
  { files }: Ports,
  places: readonly VersionPlace[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const byVersion = new Map<string, string[]>();
  for (const place of places) {
    const names =
      place.holds === 'directory'
        ? await files.directories(place.directory)
        : (await files.list([`${place.directory}/*${place.holds}`])).map((path) =>
            posix.basename(path, place.holds),
          );
    for (const version of names.filter(isStrictVersion)) {
      byVersion.set(version, [...(byVersion.get(version) ?? []), placeOf(place, version)]);
    }
  }
  return new Map([...byVersion].sort(([a], [b]) => compareVersions(a, b)));
}

/** A pointer that names nothing readable is refused where pruning may not guess what it needs. */
export function unreadablePointers({ pointers }: RetentionFacts): Finding[] {
  return pointers
    .filter(({ value }) => value.kind === 'malformed')
    .map(({ path, value }) => ({
      id: 'retain/pointer-malformed',
      severity: 'error',
      message: `${path} names neither a version nor none, so nothing says which version it needs`,
      file: path,
      actual: value.kind === 'malformed' ? value.text : undefined,
      fix: `write the version it is to name, or "none", into ${path}`,
    }));
}

import { success, type Derivation, type Finding, type Ports, type Result, type Scope } from '@fixpoint/model';
import { fixCommand, type Manifest } from '@fixpoint/surface-formats';
import { disagreementFindings } from '../sources';
import { checkSnapshot, isOfReferenceShape, readSnapshot, type SnapshotPlace } from '../validate-snapshot';

/** The committed snapshots of a root, as they stand. */
export interface CommittedSnapshots {
  readonly snapshots: readonly { readonly file: string; readonly text: string | undefined }[];
  /** Whether they are those of every version. */
  readonly isWhole: boolean;
}

/**
 * Committed snapshots checked without their binaries: shape, order, canonical bytes, place and provenance. A snapshot is a
 * measurement, so there is nothing to derive it from; measuring again is `snapshot-verify`.
 */
export const committedSnapshotsDerivation: Derivation<Manifest, CommittedSnapshots> = {
  id: 'committed-snapshots',
  summary: 'Checks the committed snapshots for shape, order, place and provenance.',
  owns: () => [],
  allowsEmpty: () => true,
  collect,
  derive: () => success([]),
  check: ({ snapshots, isWhole }, manifest) => [
    ...snapshots.flatMap(({ file, text }) => checkSnapshot(text, { file, ...placeOf(file) }, manifest)),
    ...snapshots.flatMap(({ file, text }) => sourceFindings(text, { file, ...placeOf(file) }, manifest)),
    ...(isWhole ? migrationOver(snapshots, manifest) : []),
  ],
  fix: (root) => `fixpoint snapshot --root ${root}`,
};

async function collect(
  { files }: Ports,
  { targets }: Manifest,
  { version = '*' }: Scope,
): Promise<Result<CommittedSnapshots>> {
  const all = await files.list([`snapshots/${version}/**/*`]);
  const isExpected = (file: string): boolean =>
    file.split('/').length === 3 && targets.expected.includes(placeOf(file).target);
  const expected = all.filter(isExpected);
  const snapshots = await Promise.all(
    expected.map(async (file) => ({ file, text: await files.readText(file) })),
  );
  return success({ snapshots, isWhole: version === '*' });
}

// What help and the second sources tell differently stands in the record, where nobody looks unless told.
function sourceFindings(text: string | undefined, place: SnapshotPlace, manifest: Manifest): Finding[] {
  const read = text === undefined ? undefined : readSnapshot(text, place, manifest);
  if (read === undefined || !read.ok || read.value.probe === undefined) return [];
  const fix = fixCommand('snapshot', { root: manifest.root, version: place.version, target: place.target });
  return disagreementFindings(read.value.probe, { file: place.file, fix });
}

// A leniency that nothing needs any more would cover what comes later.
function migrationOver(snapshots: CommittedSnapshots['snapshots'], manifest: Manifest): Finding[] {
  const isInherited = ({ file, text }: CommittedSnapshots['snapshots'][number]): boolean => {
    const read = text === undefined ? undefined : readSnapshot(text, { file, ...placeOf(file) }, manifest);
    return read !== undefined && (!read.ok || isOfReferenceShape(read.value));
  };
  if (manifest.migratedFrom === undefined || snapshots.some(isInherited)) return [];
  return [
    {
      id: 'snapshot/migration-over',
      severity: 'warning',
      message:
        'every snapshot names its generator, so nothing is left of the rules that the root was migrated from',
      file: 'RULES.json',
      path: '/migrated_from',
      fix: 'remove "migrated_from" from RULES.json',
    },
  ];
}

function placeOf(file: string): { version: string; target: string } {
  const [, version = '', name = ''] = file.split('/');
  return { version, target: name.replace(/\.json$/, '') };
}

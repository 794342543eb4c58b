import { placesOf, sampleRoot, violationsOf } from '../test-support/sample-root';

const METADATA = 'versions/1.2.0.json';
const UNION = 'snapshots/1.2.0/union.json';
const ALL = 'reports/1.2.0/coverage.all.json';

describe('files of a version', () => {
  it('asks for the files of every version that a pointer names', () => {
    const view = sampleRoot({ 'min_supported.txt': '1.1.0\n' });
    expect(placesOf(view)).toEqual([
      ['UNION_MISSING', 'snapshots/1.1.0/union.json'],
      ['VERSION_METADATA_MISSING', 'versions/1.1.0.json'],
    ]);
  });

  it('does not look at versions that nobody speaks of', () => {
    expect(
      placesOf(sampleRoot({ 'snapshots/0.1.0/union.json': '{', 'reports/0.1.0/coverage.any.json': '{' })),
    ).toEqual([]);
  });

  it('asks for reports only from a status on, but holds those that are there to the rules', () => {
    const absent = { [ALL]: undefined, 'reports/1.2.0/coverage.any.json': undefined };
    const status = (value: unknown) => (metadata: { status: unknown }) => (metadata.status = value);
    expect(placesOf(sampleRoot({ ...absent, [METADATA]: status('snapshotted') }))).toEqual([]);
    expect(placesOf(sampleRoot({ ...absent, [METADATA]: status('reported') }))).toHaveLength(2);
    expect(placesOf(sampleRoot({ [ALL]: '[', [METADATA]: status('snapshotted') }))).toEqual([
      ['REPORT_INVALID_JSON', ALL],
    ]);
  });

  it('knows a report over all targets only for a complete union', () => {
    const incomplete = (union: { complete: boolean }) => (union.complete = false);
    const changes = { [ALL]: undefined, [UNION]: incomplete, 'current.json': incomplete };
    expect(placesOf(sampleRoot(changes))).toEqual([]);
  });

  it('looks for the snapshot and the report of each input of the union, and of no other target', () => {
    const other = (union: { inputs: object[] }) => (union.inputs[1] = { target_triple: 'bsd' });
    const view = sampleRoot({ [UNION]: other, 'current.json': other, 'snapshots/1.2.0/mac.json': '{' });
    expect(violationsOf(view).map(({ code, violation }) => [code, violation.target])).toEqual([
      ['REPORT_MISSING', 'bsd'],
      ['SNAPSHOT_MISSING', 'bsd'],
    ]);
  });

  it('passes over a directory that is no version, and takes versions of metadata files and pointers together', () => {
    const listing = { kind: 'listed', names: ['.json', '1.2.0.json', 'notes.md'] } as const;
    expect(placesOf(sampleRoot({}, listing))).toEqual([]);
    expect(placesOf(sampleRoot({}, { kind: 'absent' }))).toEqual([]);
  });

  it('says where a broken document ends, and never more than its place', () => {
    const [finding] = violationsOf(sampleRoot({ [METADATA]: '{\n  "a": 1,\n  "b"' }));
    expect(finding).toMatchObject({
      file: METADATA,
      position: { line: 3 },
      fix: `git checkout -- cli/tool/${METADATA}`,
    });
    const [schema] = violationsOf(sampleRoot({ [METADATA]: (metadata) => (metadata.status = 'done') }));
    expect(schema).toMatchObject({ position: { line: 4, column: 3 }, path: '/status' });
  });
});

describe('validation results', () => {
  const found = (validation: unknown) =>
    violationsOf(
      sampleRoot({
        [METADATA]: (metadata) => (metadata.validation = validation),
        'pointers/latest_validated/linux.txt': 'none\n',
        'pointers/latest_validated/mac.txt': 'none\n',
        'latest_validated.txt': undefined,
      }),
    )
      .filter(({ code }) => code.startsWith('VALIDATION'))
      .map(({ code, violation }) => [code, violation.target, violation.details]);

  it('counts null as present and empty', () => {
    const details = { required_target: 'linux', passed: false, failed: false, skipped: false };
    expect(found(null)).toEqual([['VALIDATION_REQUIRED_TARGET_NOT_EXPLICIT', 'linux', details]]);
    expect(found(undefined)).toEqual([]);
  });

  it('gives each pair of lists that overlap, and each list with a strange target', () => {
    expect(
      found({
        passed_targets: ['linux', 'mac', 'mac', 'bsd'],
        failed_targets: ['mac', 'bsd'],
        skipped_targets: ['bsd', 7],
      }),
    ).toEqual([
      [
        'VALIDATION_TARGET_SETS_OVERLAP',
        undefined,
        { a: 'failed_targets', b: 'skipped_targets', overlap: ['bsd'] },
      ],
      [
        'VALIDATION_TARGET_SETS_OVERLAP',
        undefined,
        { a: 'passed_targets', b: 'failed_targets', overlap: ['bsd', 'mac'] },
      ],
      [
        'VALIDATION_TARGET_SETS_OVERLAP',
        undefined,
        { a: 'passed_targets', b: 'skipped_targets', overlap: ['bsd'] },
      ],
      ...Array(3).fill(['VALIDATION_TARGET_NOT_EXPECTED', 'bsd', undefined]),
    ]);
  });
});

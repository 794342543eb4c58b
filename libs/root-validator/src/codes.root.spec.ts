import type { ViolationCode } from './findings/codes';
import { placesOf, sampleRoot, type Changes } from './test-support/sample-root';

/** The smallest change that gives a code, and everything that is then found: code, path and pointer. */
type Row = readonly [changes: Changes, found: readonly (readonly string[])[]];

type RootCode = Exclude<ViolationCode, `SUPPORT_MATRIX_${string}` | 'VERSIONS_DIR_UNREADABLE'>;

const METADATA = 'versions/1.2.0.json';
const UNION = 'snapshots/1.2.0/union.json';
const MAC = 'snapshots/1.2.0/mac.json';
const REPORT = 'reports/1.2.0/coverage.any.json';
const CURRENT = 'current.json';
const WRAPPER = 'wrapper_coverage.json';
const UNITS = '/parity_exclusions/units';
const BROKEN = '{"a": ';

const ROWS: Readonly<Record<RootCode, Row>> = {
  PARITY_EXCLUSIONS_SCHEMA_VERSION: [
    { 'RULES.json': (rules) => (rules.parity_exclusions.schema_version = 2) },
    [['PARITY_EXCLUSIONS_SCHEMA_VERSION', 'RULES.json', '/parity_exclusions/schema_version']],
  ],
  PARITY_EXCLUSIONS_NOTE_MISSING: [
    { 'RULES.json': (rules) => (rules.parity_exclusions.units[1].note = ' \t') },
    [['PARITY_EXCLUSIONS_NOTE_MISSING', 'RULES.json', `${UNITS}/1/note`]],
  ],
  PARITY_EXCLUSIONS_INVALID_ENTRY: [
    { 'RULES.json': (rules) => (rules.parity_exclusions.units[1].key = '--x') },
    [['PARITY_EXCLUSIONS_INVALID_ENTRY', 'RULES.json', `${UNITS}/1`]],
  ],
  PARITY_EXCLUSIONS_DUPLICATE: [
    { 'RULES.json': (rules) => rules.parity_exclusions.units.push(rules.parity_exclusions.units[2]) },
    [['PARITY_EXCLUSIONS_DUPLICATE', 'RULES.json', UNITS]],
  ],
  PARITY_EXCLUSIONS_NOT_SORTED: [
    { 'RULES.json': (rules) => rules.parity_exclusions.units.reverse() },
    [['PARITY_EXCLUSIONS_NOT_SORTED', 'RULES.json', UNITS]],
  ],
  POINTER_MISSING_FILE: [{ 'min_supported.txt': undefined }, [['POINTER_MISSING_FILE', 'min_supported.txt']]],
  POINTER_UNREADABLE: [
    { 'min_supported.txt': new Uint8Array([0xff, 0x0a]) },
    [['POINTER_UNREADABLE', 'min_supported.txt']],
  ],
  POINTER_INVALID_FORMAT: [
    { 'min_supported.txt': '1.2.0' },
    [['POINTER_INVALID_FORMAT', 'min_supported.txt']],
  ],
  POINTER_INVALID_VALUE: [
    { 'min_supported.txt': 'none\n' },
    [['POINTER_INVALID_VALUE', 'min_supported.txt']],
  ],
  POINTER_LATEST_VALIDATED_MISMATCH: [
    { 'pointers/latest_validated/linux.txt': 'none\n' },
    [['POINTER_LATEST_VALIDATED_MISMATCH', 'latest_validated.txt']],
  ],
  VERSION_FILE_INVALID_NAME: [
    { 'versions/01.2.0.json': '{}' },
    [['VERSION_FILE_INVALID_NAME', 'versions/01.2.0.json']],
  ],
  FILE_UNREADABLE: [
    { [MAC]: { kind: 'unreadable', reason: 'permission denied' } },
    [['FILE_UNREADABLE', MAC]],
  ],
  VERSION_METADATA_MISSING: [{ [METADATA]: undefined }, [['VERSION_METADATA_MISSING', METADATA]]],
  VERSION_METADATA_INVALID_JSON: [{ [METADATA]: BROKEN }, [['VERSION_METADATA_INVALID_JSON', METADATA]]],
  VERSION_METADATA_SCHEMA_INVALID: [
    { [METADATA]: (metadata) => (metadata.status = 'done') },
    [['VERSION_METADATA_SCHEMA_INVALID', METADATA, '/status']],
  ],
  VALIDATION_TARGET_SETS_OVERLAP: [
    { [METADATA]: (metadata) => metadata.validation.failed_targets.push('mac') },
    [['VALIDATION_TARGET_SETS_OVERLAP', METADATA, '/validation']],
  ],
  VALIDATION_TARGET_NOT_EXPECTED: [
    { [METADATA]: (metadata) => metadata.validation.skipped_targets.push('bsd') },
    [['VALIDATION_TARGET_NOT_EXPECTED', METADATA, '/validation']],
  ],
  VALIDATION_REQUIRED_TARGET_NOT_EXPLICIT: [
    { [METADATA]: (metadata) => metadata.validation.skipped_targets.push('linux') },
    [
      ['VALIDATION_TARGET_SETS_OVERLAP', METADATA, '/validation'],
      ['VALIDATION_REQUIRED_TARGET_NOT_EXPLICIT', METADATA, '/validation'],
    ],
  ],
  UNION_MISSING: [{ [UNION]: undefined }, [['UNION_MISSING', UNION]]],
  UNION_INVALID_JSON: [
    { [UNION]: BROKEN, [CURRENT]: BROKEN },
    [
      ['CURRENT_INVALID_JSON', CURRENT],
      ['UNION_INVALID_JSON', UNION],
    ],
  ],
  UNION_SCHEMA_INVALID: [
    { [UNION]: (union) => (union.extra = true) },
    [
      ['CURRENT_JSON_NOT_EQUAL_UNION', CURRENT],
      ['UNION_SCHEMA_INVALID', UNION],
    ],
  ],
  UNION_WRONG_KIND: [
    { [UNION]: '{"snapshot_schema_version":1,"tool":"tool","commands":[]}' },
    [
      ['CURRENT_JSON_NOT_EQUAL_UNION', CURRENT],
      ['UNION_WRONG_KIND', UNION, '/snapshot_schema_version'],
    ],
  ],
  SNAPSHOT_MISSING: [{ [MAC]: undefined }, [['SNAPSHOT_MISSING', MAC]]],
  SNAPSHOT_INVALID_JSON: [{ [MAC]: '\ufeff{}' }, [['SNAPSHOT_INVALID_JSON', MAC]]],
  SNAPSHOT_SCHEMA_INVALID: [
    { [MAC]: (snapshot) => (snapshot.commands[0].path = '') },
    [['SNAPSHOT_SCHEMA_INVALID', MAC]],
  ],
  SNAPSHOT_WRONG_KIND: [
    { [MAC]: '{"schema_version":1,"coverage":[]}' },
    [['SNAPSHOT_WRONG_KIND', MAC, '/snapshot_schema_version']],
  ],
  REPORT_MISSING: [{ [REPORT]: undefined }, [['REPORT_MISSING', REPORT]]],
  REPORT_INVALID_JSON: [{ [REPORT]: '' }, [['REPORT_INVALID_JSON', REPORT]]],
  REPORT_SCHEMA_INVALID: [
    { [REPORT]: (report) => delete report.deltas.missing_args },
    [['REPORT_SCHEMA_INVALID', REPORT]],
  ],
  REPORT_MISSING_INCLUDES_EXCLUDED: [
    { [REPORT]: (report) => report.deltas.missing_commands.push({ path: ['run'] }, { path: ['login'] }) },
    [['REPORT_MISSING_INCLUDES_EXCLUDED', REPORT, '/deltas/missing_commands/1']],
  ],
  REPORT_MISSING_INCLUDES_INTENTIONALLY_UNSUPPORTED: [
    {
      [REPORT]: ({ deltas }) =>
        deltas.missing_args.push({ path: ['run'], name: 'FILE', wrapper_level: 'intentionally_unsupported' }),
    },
    [['REPORT_MISSING_INCLUDES_INTENTIONALLY_UNSUPPORTED', REPORT, '/deltas/missing_args/0']],
  ],
  REPORT_IU_NOTE_MISSING: [
    {
      [REPORT]: ({ deltas }) =>
        (deltas.intentionally_unsupported = [{ path: ['run'], wrapper_level: 'explicit', note: ' ' }]),
    },
    [
      ['REPORT_IU_NOTE_MISSING', REPORT, '/deltas/intentionally_unsupported/0/wrapper_level'],
      ['REPORT_IU_NOTE_MISSING', REPORT, '/deltas/intentionally_unsupported/0/note'],
    ],
  ],
  REPORT_IU_NOT_SORTED: [
    {
      [REPORT]: ({ deltas }) =>
        (deltas.intentionally_unsupported = [{ path: ['a'], key: '--x' }, { path: ['b'] }].map((unit) => ({
          ...unit,
          wrapper_level: 'intentionally_unsupported',
          note: 'why',
        }))),
    },
    [['REPORT_IU_NOT_SORTED', REPORT, '/deltas/intentionally_unsupported']],
  ],
  CURRENT_MISSING: [{ [CURRENT]: undefined }, [['CURRENT_MISSING', CURRENT]]],
  CURRENT_INVALID_JSON: [{ [CURRENT]: BROKEN }, [['CURRENT_INVALID_JSON', CURRENT]]],
  CURRENT_SCHEMA_INVALID: [
    { [CURRENT]: (union) => (union.extra = 1), [UNION]: (union) => (union.extra = 1) },
    [
      ['CURRENT_SCHEMA_INVALID', CURRENT],
      ['UNION_SCHEMA_INVALID', UNION],
    ],
  ],
  CURRENT_WRONG_KIND: [
    { [CURRENT]: '{"schema_version":1,"coverage":[]}' },
    [
      ['CURRENT_WRONG_KIND', CURRENT, '/snapshot_schema_version'],
      ['CURRENT_JSON_NOT_EQUAL_UNION', CURRENT],
      ['CURRENT_JSON_MISSING_REQUIRED_TARGET', CURRENT, '/inputs'],
    ],
  ],
  CURRENT_JSON_NOT_EQUAL_UNION: [
    { [CURRENT]: (union) => union.commands.pop() },
    [['CURRENT_JSON_NOT_EQUAL_UNION', CURRENT]],
  ],
  CURRENT_JSON_MISSING_REQUIRED_TARGET: [
    { [CURRENT]: (union) => union.inputs.shift(), [UNION]: (union) => union.inputs.shift() },
    [['CURRENT_JSON_MISSING_REQUIRED_TARGET', CURRENT, '/inputs']],
  ],
  CURRENT_JSON_SEMVER_MISMATCH: [
    {
      [CURRENT]: (union) => (union.inputs[0].binary.semantic_version = '1.2.1'),
      [UNION]: (union) => (union.inputs[0].binary.semantic_version = '1.2.1'),
    },
    [['CURRENT_JSON_SEMVER_MISMATCH', CURRENT, '/inputs/*/binary/semantic_version']],
  ],
  WRAPPER_COVERAGE_MISSING: [{ [WRAPPER]: undefined }, [['WRAPPER_COVERAGE_MISSING', WRAPPER]]],
  WRAPPER_COVERAGE_INVALID_JSON: [{ [WRAPPER]: BROKEN }, [['WRAPPER_COVERAGE_INVALID_JSON', WRAPPER]]],
  WRAPPER_COVERAGE_SCHEMA_INVALID: [
    { [WRAPPER]: (wrapper) => (wrapper.extra = 1) },
    [['WRAPPER_COVERAGE_SCHEMA_INVALID', WRAPPER]],
  ],
  WRAPPER_COVERAGE_PARSE_FAILED: [
    { [WRAPPER]: (wrapper) => (wrapper.coverage[0].level = 7) },
    [['WRAPPER_COVERAGE_PARSE_FAILED', WRAPPER]],
  ],
  WRAPPER_COVERAGE_SCHEMA_VERSION: [
    { [WRAPPER]: (wrapper) => (wrapper.schema_version = 2) },
    [
      ['WRAPPER_COVERAGE_SCHEMA_INVALID', WRAPPER],
      ['WRAPPER_COVERAGE_SCHEMA_VERSION', WRAPPER, '/schema_version'],
    ],
  ],
  WRAPPER_COVERAGE_INCLUDES_EXCLUDED: [
    { [WRAPPER]: (wrapper) => wrapper.coverage[0].flags.push({ key: '--tui', level: 'explicit' }) },
    [['WRAPPER_COVERAGE_INCLUDES_EXCLUDED', WRAPPER, '/coverage/0/flags/1']],
  ],
  IU_NOTE_MISSING: [
    { [WRAPPER]: (wrapper) => (wrapper.coverage[1].args[0].level = 'intentionally_unsupported') },
    [['IU_NOTE_MISSING', WRAPPER, '/coverage/1/args/0/note']],
  ],
  PASSTHROUGH_NOTE_MISSING: [
    { [WRAPPER]: (wrapper) => Object.assign(wrapper.coverage[1], { level: 'passthrough', note: null }) },
    [['PASSTHROUGH_NOTE_MISSING', WRAPPER, '/coverage/1/note']],
  ],
  WRAPPER_SCOPE_OVERLAP: [
    {
      [WRAPPER]: ({ coverage }) =>
        coverage.push({ ...coverage[1], args: [], scope: { platforms: ['macos'] } }),
    },
    [['WRAPPER_SCOPE_OVERLAP', WRAPPER]],
  ],
  POINTER_INCONSISTENT_WITH_VERSION_METADATA: [
    { [METADATA]: (metadata) => (metadata.coverage.supported_targets = ['linux']) },
    [
      ['POINTER_INCONSISTENT_WITH_VERSION_METADATA', METADATA, '/coverage/supported_targets'],
      ['POINTER_INCONSISTENT_WITH_VERSION_METADATA', METADATA, '/validation/passed_targets'],
    ],
  ],
};

describe('codes of a root', () => {
  it('finds nothing in a root in which nothing is wrong', () => expect(placesOf(sampleRoot())).toEqual([]));

  it.each(Object.entries(ROWS))('%s [FP-ROOT-006]', (code, [changes, found]) => {
    expect(placesOf(sampleRoot(changes))).toEqual(found);
    expect(found.map(([name]) => name)).toContain(code);
  });

  it('VERSIONS_DIR_UNREADABLE', () => {
    const view = sampleRoot({}, { kind: 'unreadable', reason: 'permission denied' });
    expect(placesOf(view)).toEqual([['VERSIONS_DIR_UNREADABLE', 'versions']]);
  });
});

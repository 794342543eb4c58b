import type { ViolationCode } from './findings/codes';
import { placesOf, sampleWorkspace, violationsOf, type Changes } from './test-support/sample-root';

type Row = readonly [changes: Changes, found: readonly (readonly string[])[]];
type MatrixCode = Extract<ViolationCode, `SUPPORT_MATRIX_${string}`>;

const MATRIX = 'cli_manifests/support_matrix/current.json';
const REPORT = 'cli/tool/reports/1.2.0/coverage.mac.json';

const ROWS: Readonly<Record<MatrixCode, Row>> = {
  SUPPORT_MATRIX_ARTIFACT_MISSING: [{ [MATRIX]: undefined }, [['SUPPORT_MATRIX_ARTIFACT_MISSING', MATRIX]]],
  SUPPORT_MATRIX_INVALID_JSON: [
    { [MATRIX]: (matrix) => (matrix.rows[0].uaa_support = 'maybe') },
    [['SUPPORT_MATRIX_INVALID_JSON', MATRIX]],
  ],
  SUPPORT_MATRIX_SCHEMA_INVALID: [
    { [MATRIX]: (matrix) => (matrix.schema_version = 2) },
    [['SUPPORT_MATRIX_SCHEMA_INVALID', MATRIX, '/schema_version']],
  ],
  SUPPORT_MATRIX_ROOT_READ_ERROR: [
    { 'cli/tool/current.json': undefined },
    [
      ['SUPPORT_MATRIX_ROOT_READ_ERROR', MATRIX, '/rows'],
      ['SUPPORT_MATRIX_ROW_UNEXPECTED', MATRIX, '/rows/0'],
      ['SUPPORT_MATRIX_ROW_UNEXPECTED', MATRIX, '/rows/1'],
    ],
  ],
  SUPPORT_MATRIX_UNKNOWN_AGENT: [
    { [MATRIX]: ({ rows }) => rows.push({ ...rows[0], agent: 'other' }) },
    [
      ['SUPPORT_MATRIX_UNKNOWN_AGENT', MATRIX, '/rows'],
      ['SUPPORT_MATRIX_ROW_UNEXPECTED', MATRIX, '/rows/2'],
    ],
  ],
  SUPPORT_MATRIX_ROW_MISSING: [
    { [MATRIX]: ({ rows }) => rows.pop() },
    [['SUPPORT_MATRIX_ROW_MISSING', MATRIX, '/rows']],
  ],
  SUPPORT_MATRIX_ROW_DUPLICATE: [
    { [MATRIX]: ({ rows }) => rows.push(rows[0]) },
    [['SUPPORT_MATRIX_ROW_DUPLICATE', MATRIX, '/rows/0']],
  ],
  SUPPORT_MATRIX_ROW_UNEXPECTED: [
    { [MATRIX]: ({ rows }) => rows.push({ ...rows[0], version: '9.0.0' }) },
    [['SUPPORT_MATRIX_ROW_UNEXPECTED', MATRIX, '/rows/2']],
  ],
  SUPPORT_MATRIX_MANIFEST_SUPPORT_MISMATCH: [
    { [MATRIX]: ({ rows }) => (rows[1].manifest_support = 'unsupported') },
    [['SUPPORT_MATRIX_MANIFEST_SUPPORT_MISMATCH', MATRIX, '/rows/1']],
  ],
  SUPPORT_MATRIX_BACKEND_SUPPORT_MISMATCH: [
    { [MATRIX]: ({ rows }) => (rows[1].backend_support = 'partial') },
    [['SUPPORT_MATRIX_BACKEND_SUPPORT_MISMATCH', MATRIX, '/rows/1']],
  ],
  SUPPORT_MATRIX_UAA_SUPPORT_MISMATCH: [
    { [MATRIX]: ({ rows }) => (rows[1].uaa_support = 'partial') },
    [['SUPPORT_MATRIX_UAA_SUPPORT_MISMATCH', MATRIX, '/rows/1']],
  ],
  SUPPORT_MATRIX_POINTER_PROMOTION_MISMATCH: [
    { 'cli/tool/pointers/latest_supported/mac.txt': ' none \n' },
    [['SUPPORT_MATRIX_POINTER_PROMOTION_MISMATCH', MATRIX, '/rows/1']],
  ],
  SUPPORT_MATRIX_EVIDENCE_NOTES_MISMATCH: [
    { [REPORT]: ({ deltas }) => (deltas.wrapper_only_flags = [{}]) },
    [
      ['SUPPORT_MATRIX_BACKEND_SUPPORT_MISMATCH', MATRIX, '/rows/1'],
      ['SUPPORT_MATRIX_EVIDENCE_NOTES_MISMATCH', MATRIX, '/rows/1'],
      ['SUPPORT_MATRIX_UAA_SUPPORT_MISMATCH', MATRIX, '/rows/1'],
    ],
  ],
  SUPPORT_MATRIX_VERSION_STATUS_MISMATCH: [
    { 'cli/tool/versions/1.2.0.json': (metadata) => (metadata.status = 'reported') },
    [
      ['SUPPORT_MATRIX_VERSION_STATUS_MISMATCH', MATRIX, '/rows/0'],
      ['SUPPORT_MATRIX_VERSION_STATUS_MISMATCH', MATRIX, '/rows/1'],
    ],
  ],
  SUPPORT_MATRIX_ROW_ORDER_MISMATCH: [
    { [MATRIX]: ({ rows }) => rows.reverse() },
    [['SUPPORT_MATRIX_ROW_ORDER_MISMATCH', MATRIX, '/rows/0']],
  ],
};

describe('codes of the support matrix', () => {
  it('finds nothing in a workspace in which nothing is wrong', () => {
    expect(placesOf(sampleWorkspace())).toEqual([]);
  });

  it.each(Object.entries(ROWS))('%s [FP-ROOT-006]', (code, [changes, found]) => {
    const view = sampleWorkspace(changes);
    expect(placesOf(view)).toEqual(found);
    expect(found.map(([name]) => name)).toContain(code);
    expect(new Set(violationsOf(view).map(({ file }) => file))).toEqual(
      new Set(['../../cli_manifests/support_matrix/current.json']),
    );
  });
});

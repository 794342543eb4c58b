import { rowIssue, type MatrixIssue } from './matrix-issue';
import { rowIdentity, type SupportRow } from './support-row';

/** The rows of a published matrix and those that it should have. */
export interface RowComparison {
  readonly published: readonly SupportRow[];
  /** In the order of the matrix. */
  readonly expected: readonly SupportRow[];
  /** The status of a version of an agent, where its metadata gives one. */
  readonly statusOf: (agent: string, version: string) => string | undefined;
}

/** Everything in which the published rows differ from the expected ones. */
export function compareMatrixRows(comparison: RowComparison): readonly MatrixIssue[] {
  const { published, expected } = comparison;
  const wanted = new Map(expected.map((row) => [rowIdentity(row), row]));
  const groups = groupRows(published);
  const membership = [
    ...[...wanted].filter(([identity]) => !groups.has(identity)).map(([, row]) => missing(row)),
    ...[...groups.values()].filter((rows) => rows.length > 1).map(duplicate),
    ...[...groups].filter(([identity]) => !wanted.has(identity)).map(([, rows]) => unexpected(rows)),
  ];
  const content = published.flatMap((row) => {
    const counterpart = wanted.get(rowIdentity(row));
    return counterpart === undefined ? [] : differences(row, counterpart, comparison);
  });
  return [...membership, ...content, ...(membership.length === 0 ? order(comparison) : [])];
}

type Rows = readonly [SupportRow, ...SupportRow[]];

function groupRows(rows: readonly SupportRow[]): Map<string, Rows> {
  const groups = new Map<string, Rows>();
  for (const row of rows) {
    const known = groups.get(rowIdentity(row));
    groups.set(rowIdentity(row), known === undefined ? [row] : [...known, row]);
  }
  return groups;
}

function name({ agent, version, target }: SupportRow): string {
  return `${agent} ${version} on ${target}`;
}

function missing(row: SupportRow): MatrixIssue {
  return rowIssue(row, {
    code: 'SUPPORT_MATRIX_ROW_MISSING',
    message: `the matrix has no row for ${name(row)}`,
    fix: `add the row ${JSON.stringify(row)}`,
  });
}

function duplicate([row, ...others]: Rows): MatrixIssue {
  return rowIssue(row, {
    code: 'SUPPORT_MATRIX_ROW_DUPLICATE',
    message: `the matrix has ${others.length + 1} rows for ${name(row)}`,
    fix: 'remove all but one of them',
  });
}

function unexpected([row]: Rows): MatrixIssue {
  return rowIssue(row, {
    code: 'SUPPORT_MATRIX_ROW_UNEXPECTED',
    message: `the matrix has a row for ${name(row)}, which no enrolled root has`,
    fix: 'remove the row',
  });
}

const VALUES = [
  ['manifest_support', 'SUPPORT_MATRIX_MANIFEST_SUPPORT_MISMATCH'],
  ['backend_support', 'SUPPORT_MATRIX_BACKEND_SUPPORT_MISMATCH'],
  ['uaa_support', 'SUPPORT_MATRIX_UAA_SUPPORT_MISMATCH'],
  ['pointer_promotion', 'SUPPORT_MATRIX_POINTER_PROMOTION_MISMATCH'],
  ['evidence_notes', 'SUPPORT_MATRIX_EVIDENCE_NOTES_MISMATCH'],
] as const;

function differences(row: SupportRow, wanted: SupportRow, { statusOf }: RowComparison): MatrixIssue[] {
  const values = VALUES.flatMap(([key, code]) => {
    const [actual, expected] = [JSON.stringify(row[key]), JSON.stringify(wanted[key])];
    if (actual === expected) return [];
    const message = `${key} of ${name(row)} is ${actual}, the committed files give ${expected}`;
    return [rowIssue(row, { code, message, fix: `set ${key} to ${expected}`, key, expected, actual })];
  });
  return [...values, ...status(row, statusOf(row.agent, row.version))];
}

const VALIDATED_PROMOTIONS: readonly string[] = ['latest_validated', 'latest_supported_and_validated'];
const VALIDATED_STATUSES: readonly string[] = ['validated', 'supported'];

function status(row: SupportRow, actual: string | undefined): MatrixIssue[] {
  if (!VALIDATED_PROMOTIONS.includes(row.pointer_promotion)) return [];
  if (actual === undefined || VALIDATED_STATUSES.includes(actual)) return [];
  return [
    rowIssue(row, {
      code: 'SUPPORT_MATRIX_VERSION_STATUS_MISMATCH',
      message: `${name(row)} is published as ${row.pointer_promotion}, but the status of ${row.version} is ${actual}`,
      fix: `point the pointers of ${row.target} at a validated version, or validate ${row.version}`,
      key: 'pointer_promotion',
      expected: VALIDATED_STATUSES.join(' or '),
      actual,
    }),
  ];
}

/** The first row that stands elsewhere than it should; only meaningful when the rows themselves are the same. */
function order({ published, expected }: RowComparison): MatrixIssue[] {
  const index = published.findIndex((row, at) => {
    const wanted = expected[at];
    return wanted !== undefined && rowIdentity(row) !== rowIdentity(wanted);
  });
  const [row, wanted] = [published[index], expected[index]];
  if (row === undefined || wanted === undefined) return [];
  return [
    rowIssue(row, {
      code: 'SUPPORT_MATRIX_ROW_ORDER_MISMATCH',
      message: `the row of ${name(row)} stands where that of ${name(wanted)} belongs`,
      fix: 'sort the rows by agent, then target, then version with the newest first',
    }),
  ];
}

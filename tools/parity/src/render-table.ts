import type { CaseResult } from './run-cases';

const HEADINGS = ['kind', 'cases', 'byte-equal', 'explained', 'different'];

/** The table of results by kind, in the order of `kinds`, and below it every case that differs, with the reason if one is known. */
export function renderTable(results: readonly CaseResult[], kinds: readonly string[]): string {
  const rows = kinds
    .map((kind) =>
      rowOf(
        kind,
        results.filter((result) => result.kind === kind),
      ),
    )
    .filter(([, count]) => count !== '0');
  const table = alignColumns([HEADINGS, ...rows, rowOf('total', results)]);
  return [...table, ...results.flatMap(differenceLines)].map((line) => `${line}\n`).join('');
}

function rowOf(name: string, results: readonly CaseResult[]): string[] {
  const equal = results.filter(({ difference }) => difference === undefined).length;
  const different = results.filter(isDifferent).length;
  const counts = [results.length, equal, results.length - equal - different, different];
  return [name, ...counts.map(String)];
}

/** Whether a case differs although its recording is consistent. */
export function isDifferent({ difference, leftover }: CaseResult): boolean {
  return difference !== undefined && leftover === undefined;
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}

function differenceLines({ id, difference, leftover }: CaseResult): string[] {
  if (difference === undefined) return [];
  const { place, expected, actual } = difference;
  const reason = leftover === undefined ? [] : [`  explained ${leftover}`];
  return ['', `${id}: ${place}`, ...reason, `  expected  ${expected}`, `  actual    ${actual}`];
}

import type { CaseResult } from './run-cases';

const HEADINGS = ['kind', 'cases', 'byte-equal', 'different'];

/** The table of results by kind, in the order of `kinds`, and below it every case that differs. */
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
  const different = results.filter(({ difference }) => difference !== undefined).length;
  return [name, ...[results.length, results.length - different, different].map(String)];
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

function differenceLines({ id, difference }: CaseResult): string[] {
  if (difference === undefined) return [];
  const { place, expected, actual } = difference;
  return ['', `${id}: ${place}`, `  expected  ${expected}`, `  actual    ${actual}`];
}

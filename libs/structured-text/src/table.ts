/** A table; numbers are aligned to the right. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, column) => (isNumber(rows, column) ? '---:' : '---'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

/** A table as formatters leave it: every column as wide as its widest cell. */
export function paddedTable(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const texts = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(3, ...texts.map((row) => widthOf(row[column] ?? ''))));
  const [first = [], ...others] = texts.map((row) =>
    row.map((cell, column) => padded(cell, widths[column] ?? 0, isNumber(rows, column))),
  );
  const rule = widths.map((width, column) =>
    isNumber(rows, column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  return [first, rule, ...others].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function isNumber(rows: readonly (readonly (string | number)[])[], column: number): boolean {
  return typeof rows[0]?.[column] === 'number';
}

/** Characters that take two columns of a terminal, and marks that take none. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;
const ZERO = /\p{Mn}|\u200d/gu;

function padded(cell: string, width: number, toRight: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return toRight ? `${blanks}${cell}` : `${cell}${blanks}`;
}

function widthOf(text: string): number {
  const plain = text.replace(ZERO, '');
  return [...plain].length + (plain.match(WIDE)?.length ?? 0);
}

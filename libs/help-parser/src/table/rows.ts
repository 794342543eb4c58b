import { isBlank, joinLines, type Line } from '../text/line';

/** A row of a table: what its left side says, and the lines of its right side, joined. */
export interface Row<T> {
  readonly unit: T;
  readonly description: string;
}

/** How a grammar finds rows. */
export interface RowRules<T> {
  /** Whether a row may begin on this line; `column` is where the description of the row above begins, when on its line. */
  mayBegin(line: Line, column: number | undefined): boolean;
  /** Whether text at the left margin ends a table that has rows; otherwise it only ends the row above it. */
  readonly endsAtMargin: boolean;
  /** Reads the left side of a row; `rest` is what stands behind it on the same line. */
  read(text: string): { readonly unit: T; readonly rest: string } | undefined;
}

interface OpenRow<T> {
  readonly unit: T;
  readonly indent: number;
  /** Column of the description when it begins on the row's own line. */
  readonly column: number | undefined;
  readonly first: string;
  readonly body: Line[];
}

/**
 * Reads the rows of a section. Lines that do not begin a row belong to the row above them when they are indented further;
 * a line at or behind the column of that row's description always does, whatever it looks like.
 */
export function readRows<T>(lines: readonly Line[], rules: RowRules<T>): Row<T>[] {
  const rows: OpenRow<T>[] = [];
  let current: OpenRow<T> | undefined;
  for (const line of lines) {
    const row = beginRow(line, current?.column, rules);
    if (row !== undefined) {
      rows.push(row);
      current = row;
    } else if (isBlank(line) || line.indent > (current?.indent ?? 0)) {
      current?.body.push(line);
    } else {
      if (line.indent === 0 && rows.length > 0 && rules.endsAtMargin) break;
      current = undefined;
    }
  }
  return rows.map(toRow);
}

function beginRow<T>(line: Line, column: number | undefined, rules: RowRules<T>): OpenRow<T> | undefined {
  if (isBlank(line) || line.indent >= (column ?? Infinity) || !rules.mayBegin(line, column)) return undefined;
  const read = rules.read(line.text);
  if (read === undefined) return undefined;
  const own = read.rest === '' ? undefined : line.indent + line.text.length - read.rest.length;
  return { unit: read.unit, indent: line.indent, column: own, first: read.rest, body: [] };
}

function toRow<T>(row: OpenRow<T>): Row<T> {
  const body = joinLines(row.body);
  const gap = row.first !== '' && body !== '' && isBlank(row.body[0] as Line) ? '\n\n' : '\n';
  return { unit: row.unit, description: [row.first, body].filter((part) => part !== '').join(gap) };
}

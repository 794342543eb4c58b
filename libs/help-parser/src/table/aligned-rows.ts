import { isBlank, joinLines, type Line } from '../text/line';
import type { Row } from './rows';

/** How a grammar with one description column reads the left sides of its rows. */
export interface AlignedRules<T> {
  /** Reads a left side; `split` tells that a description stands in the table's column behind it. */
  read(left: string, split: boolean): T | undefined;
  /** The column of the descriptions, when the page has one for all its tables. */
  readonly column?: number;
  /** How much further right rows that begin with `--` may stand: the width of a short form. */
  readonly shift?: number;
}

interface OpenRow<T> {
  readonly unit: T;
  readonly first: Line | undefined;
  readonly body: Line[];
}

/**
 * Reads a table whose descriptions all begin in one column, as libraries print that pad the left sides. Descriptions may
 * be wrapped by hand to any indentation: a line is a row only when it stands where rows begin, its left side can be
 * read, and its description begins in the column. Text at the left margin or at the rows' own indentation behind a gap
 * belongs to no row.
 */
export function readAlignedRows<T>(lines: readonly Line[], rules: AlignedRules<T>): Row<T>[] {
  const base = rowIndent(lines, rules);
  const column = rules.column ?? descriptionColumn(lines, rules);
  const rows: OpenRow<T>[] = [];
  let current: OpenRow<T> | undefined;
  let afterGap = false;
  for (const line of lines) {
    const row = isBlank(line) ? undefined : beginRow(line, { base, column }, rules);
    if (row !== undefined) rows.push((current = row));
    else if (endsRow(line, { base, column, afterGap })) current = undefined;
    else current?.body.push(line);
    afterGap = isBlank(line);
  }
  return rows.map(toRow);
}

// Text behind a gap, or a row of the table that is none of the kind that is read.
function endsRow(
  line: Line,
  { base, column, afterGap }: { base: number; column: number | undefined; afterGap: boolean },
): boolean {
  if (isBlank(line) || line.indent > base) return false;
  return afterGap || (line.indent === base && splitAt(line, column) !== undefined);
}

/** The column in which most descriptions begin; undefined when no row has one. */
export function descriptionColumn<T>(
  lines: readonly Line[],
  rules: Omit<AlignedRules<T>, 'column'>,
): number | undefined {
  const base = rowIndent(lines, rules);
  const counts = new Map<number, number>();
  for (const line of lines) {
    const gap = standsAt(line, base, rules.shift) ? / {2,}/.exec(line.text) : null;
    if (gap === null || rules.read(line.text.slice(0, gap.index), true) === undefined) continue;
    const column = line.indent + gap.index + gap[0].length;
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return Array.from(counts).reduce<[number | undefined, number]>(
    (best, next) => (next[1] > best[1] ? next : best),
    [undefined, 0],
  )[0];
}

function rowIndent<T>(lines: readonly Line[], rules: Omit<AlignedRules<T>, 'column'>): number {
  let least = Infinity;
  for (const line of lines)
    if (line.indent > 0 && line.indent < least && rules.read(leftSide(line.text), true) !== undefined)
      least = line.indent;
  return least;
}

function leftSide(text: string): string {
  return text.split('  ', 1)[0] as string;
}

function standsAt(line: Line, base: number, shift = 0): boolean {
  return line.indent === base || (line.indent === base + shift && line.text.startsWith('--'));
}

function beginRow<T>(
  line: Line,
  place: { base: number; column: number | undefined },
  rules: AlignedRules<T>,
): OpenRow<T> | undefined {
  if (!standsAt(line, place.base, rules.shift)) return undefined;
  const at = splitAt(line, place.column);
  const unit = rules.read(at === undefined ? line.text : line.text.slice(0, at).trimEnd(), at !== undefined);
  if (unit === undefined) return undefined;
  const first =
    at === undefined ? undefined : { indent: line.indent + at, text: line.text.slice(at).trimStart() };
  return { unit, first, body: [] };
}

// Where the description begins in the text of a line; undefined when the line does not keep to the column.
function splitAt(line: Line, column: number | undefined): number | undefined {
  const at = (column ?? Infinity) - line.indent;
  const isSplit = at < line.text.length && line.text.slice(Math.max(0, at - 2), at) === '  ';
  return isSplit ? at : undefined;
}

function toRow<T>({ unit, first, body }: OpenRow<T>): Row<T> {
  const rest = joinLines(body);
  if (first === undefined) return { unit, description: rest };
  const gap = body[0] !== undefined && isBlank(body[0]) && rest !== '' ? '\n\n' : '\n';
  return { unit, description: rest === '' ? first.text : `${first.text}${gap}${rest}` };
}

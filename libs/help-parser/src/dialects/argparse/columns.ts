import { isBlank, type Line } from '../../text/line';
import { readInvocation } from './invocation';

/** Where a page of argparse puts its rows and their descriptions; both hold for the whole page. */
export interface Columns {
  /** The indentation of the rows. */
  readonly base: number;
  /** The column of all descriptions; undefined where a program aligns them in its own way. */
  readonly help: number | undefined;
}

/** A line cut between its left side and a description. */
export interface Cells {
  readonly left: string;
  readonly right: string;
  /** Where the description begins, when the line has one. */
  readonly column: number | undefined;
}

const DEFAULT_BASE = 2;
const DEEPEST_BASE = 8;
const GAP = / {2,}/;

/** Cuts a line at the description column, or else at its first gap of two blanks. */
export function cutCells(line: Line, help?: number): Cells {
  const at = (help ?? 0) - line.indent;
  if (at > 2 && line.text.length > at && line.text.slice(at - 2, at).trim() === '' && line.text[at] !== ' ')
    return { left: line.text.slice(0, at).trim(), right: line.text.slice(at), column: help };
  const gap = GAP.exec(line.text);
  if (gap === null) return { left: line.text, right: '', column: undefined };
  const start = gap.index + gap[0].length;
  return { left: line.text.slice(0, gap.index), right: line.text.slice(start), column: line.indent + start };
}

/** Measures a page by its rows of options. */
export function measureColumns(lines: readonly Line[]): Columns {
  const options = lines.flatMap((line, index) => {
    const isOption = isOptionLike(line) && readInvocation(cutCells(line).left) !== undefined;
    return isOption ? [{ line, column: descriptionColumn(line, lines[index + 1]) }] : [];
  });
  const base = mostFrequent(options.map(({ line }) => line.indent)) ?? DEFAULT_BASE;
  const columns = options.flatMap(({ line, column }) =>
    line.indent === base && column !== undefined ? [column] : [],
  );
  const help = mostFrequent(columns);
  const aligned = columns.filter((column) => column === help).length;
  return { base, help: aligned * 2 > columns.length ? help : undefined };
}

function isOptionLike(line: Line): boolean {
  return line.text.startsWith('-') && line.indent <= DEEPEST_BASE;
}

function descriptionColumn(line: Line, next: Line | undefined): number | undefined {
  const { column } = cutCells(line);
  if (column !== undefined) return column;
  return next !== undefined && !isBlank(next) && next.indent > line.indent ? next.indent : undefined;
}

function mostFrequent(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best: number | undefined;
  for (const [number, count] of counts)
    if (best === undefined || count > (counts.get(best) ?? 0)) best = number;
  return best;
}

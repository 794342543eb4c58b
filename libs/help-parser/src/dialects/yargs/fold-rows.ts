import { isBlank, type Line } from '../../text/line';

/** A row of a table as it is printed: the left cell, and the lines to the right of it. */
export interface FoldedRow {
  readonly left: string;
  /** The description and the remarks, wherever they stand; their indentation is the page's. */
  readonly lines: readonly Line[];
  /** Where the table's descriptions begin; infinite when it has none. */
  readonly column: number;
}

/** Which lines begin rows, and which texts in the place of a description are remarks that are aligned to the right. */
export interface FoldRules {
  begins(line: Line): boolean;
  readonly remark: RegExp;
}

interface OpenRow {
  left: string;
  /** Where the last line of the left cell ends. */
  end: number;
  readonly indent: number;
  readonly lines: Line[];
  readonly column: number;
}

interface Cut {
  readonly left: string;
  readonly right: Line | undefined;
}

// A left cell is padded by two blanks on both sides.
const PADDING = 2;
const GAP = / {2,}/;

/**
 * Puts the rows of a table together. The left cell is at most half as wide as the page and goes on below when it is longer;
 * the description goes on in its own column; remarks stand at the right edge, beside the description or below it, and may
 * begin further left than its column.
 */
export function foldRows(section: readonly Line[], rules: FoldRules): FoldedRow[] {
  const lines = beforeMargin(section);
  const column = cellColumn(lines, rules);
  const rows: OpenRow[] = [];
  for (const line of lines) {
    const cut = cutLine(line, column, rules);
    if (isRowStart(line, cut, { row: rows.at(-1), rules })) rows.push(openRow(line, cut, column));
    else if (cut.left !== '') continueCell(rows.at(-1), line, cut);
    if (cut.right !== undefined) rows.at(-1)?.lines.push(cut.right);
  }
  return rows;
}

// Text at the left margin is the program's own, behind the table.
function beforeMargin(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((line) => line.indent === 0 && !isBlank(line));
  return end < 0 ? lines : lines.slice(0, end);
}

// The column of the descriptions: the leftmost that one begins in on the line of its row.
function cellColumn(lines: readonly Line[], rules: FoldRules): number {
  let column = Infinity;
  for (const line of lines) {
    const gap = rules.begins(line) ? GAP.exec(line.text) : null;
    if (gap === null) continue;
    const end = gap.index + gap[0].length;
    if (!rules.remark.test(line.text.slice(end))) column = Math.min(column, line.indent + end);
  }
  return column;
}

function cutLine(line: Line, column: number, rules: FoldRules): Cut {
  const at = column - line.indent;
  if (isBlank(line) || at <= 0) return { left: '', right: line };
  const lone = cutAtRemark(line, rules.remark);
  if (lone !== undefined) return lone;
  if (line.text.length <= at - PADDING) return { left: line.text, right: undefined };
  // A line of remarks may begin further left than the descriptions.
  if (line.text.slice(Math.max(0, at - PADDING), at).trim() !== '') return { left: '', right: line };
  return { left: line.text.slice(0, at).trimEnd(), right: toRight(line, at) };
}

// A row without a description has its remarks beside the cell, wherever that ends.
function cutAtRemark(line: Line, remark: RegExp): Cut | undefined {
  const gap = GAP.exec(line.text);
  const right = gap === null ? undefined : toRight(line, gap.index);
  return right !== undefined && remark.test(right.text)
    ? { left: line.text.slice(0, gap?.index), right }
    : undefined;
}

function toRight(line: Line, at: number): Line | undefined {
  const rest = line.text.slice(at);
  const text = rest.trimStart();
  return text === '' ? undefined : { indent: line.indent + at + rest.length - text.length, text };
}

function isRowStart(
  line: Line,
  { left }: Cut,
  { row, rules }: { row: OpenRow | undefined; rules: FoldRules },
): boolean {
  if (left === '' || !rules.begins(line)) return false;
  if (row === undefined || !isFull(row)) return row?.left.endsWith(',') !== true;
  // What follows a cell that is filled to its end may be the rest of its last word.
  return !row.left.endsWith(',') && /^(?:--|-\S(?:,|$)|[^-])/.test(left);
}

function openRow(line: Line, { left }: Cut, column: number): OpenRow {
  return { left, end: line.indent + left.length, indent: line.indent, lines: [], column };
}

function continueCell(row: OpenRow | undefined, line: Line, { left }: Cut): void {
  if (row === undefined) return;
  row.left += isFull(row) && line.indent <= row.indent ? left : ` ${left}`;
  row.end = line.indent + left.length;
}

function isFull({ end, column }: OpenRow): boolean {
  return end >= column - PADDING;
}

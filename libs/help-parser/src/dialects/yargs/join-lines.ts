import { isBlank, joinLines, type Line } from '../../text/line';
import type { FoldedRow } from './fold-rows';

/** How the lines of a page were cut: at blanks, or at the edge wherever that is. */
export interface Wrapping {
  readonly edge: number;
  readonly anywhere: boolean;
}

// From so many cut lines on it is no accident that nearly all of them reach the edge.
const ENOUGH = 3;
const NEARLY_ALL = 0.75;
// A line of remarks that fills the page begins here at the latest; a blank may have been cut off it.
const REMARK_INDENT = 3;

/** Finds out how a page was wrapped; builds of yargs for ES modules cut words in the middle. */
export function pageWrapping(rows: readonly FoldedRow[]): Wrapping {
  const edge = rows.flatMap(({ lines }) => lines).reduce((most, line) => Math.max(most, endOf(line)), 0);
  const cuts = rows.flatMap((row) =>
    row.lines.slice(0, -1).filter((line) => !isBlank(line) && isDescription(line, row.column)),
  );
  const full = cuts.filter((line) => endOf(line) >= edge - 1).length;
  const isTold = full >= ENOUGH || rows.some((row) => keepsBlank(row, edge));
  return { edge, anywhere: isTold && full >= cuts.length * NEARLY_ALL };
}

// A line that begins with the blank at which another way to wrap would have cut.
function keepsBlank({ lines, column }: FoldedRow, edge: number): boolean {
  return lines.some((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && line.indent === column + 1 && endOf(before) === edge;
  });
}

/** The text to the right of a row's left cell: the description, then the remarks. */
export function rightText({ lines, column }: FoldedRow, { edge, anywhere }: Wrapping): string {
  const length = lines.findIndex((line) => !isBlank(line) && !isDescription(line, column));
  const description = lines.slice(0, length < 0 ? undefined : length);
  const remarks = length < 0 ? [] : lines.slice(length);
  return [
    anywhere ? joinCut(description, { edge, column }) : joinLines(description),
    joinRemarks(remarks, edge),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

// Lines of a description stand in its column, or further right when they are indented by hand; remarks end at the edge.
function isDescription(line: Line, column: number): boolean {
  return line.indent >= column && (line.indent <= column + 1 || !line.text.endsWith(']'));
}

function joinCut(lines: readonly Line[], { edge, column }: { edge: number; column: number }): string {
  const separator = (before: Line | undefined, line: Line): string => {
    if (before === undefined) return '';
    if (endOf(before) < edge - 1) return '\n';
    return endOf(before) < edge || line.indent > column ? ' ' : '';
  };
  return lines.reduce((text, line, index) => text + separator(lines[index - 1], line) + line.text, '').trim();
}

// A string that reaches the edge goes on at the beginning of the next line.
function joinRemarks(lines: readonly Line[], edge: number): string {
  let text = '';
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isCut = isOpen && before !== undefined && before.indent <= REMARK_INDENT && endOf(before) >= edge;
    text += (isCut || index === 0 ? '' : '\n') + line.text;
    if ((line.text.match(/"/g)?.length ?? 0) % 2 === 1) isOpen = !isOpen;
  }
  return text.trim();
}

function endOf(line: Line): number {
  return line.indent + line.text.length;
}

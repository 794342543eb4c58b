import type { Position } from '@fixpoint/model';
import { positionsIn } from '@fixpoint/structured-text';

/** Where a piece of a document's content stands: lines count from 0. */
export interface ContentPlace {
  /** What the parser took for the content, its lines without marks of quotes and lists. */
  readonly content: string;
  /** Line of the document in which the content begins. */
  readonly line: number;
  /** Which cell of a row of a table it is. */
  readonly cell?: { readonly row: readonly string[]; readonly index: number };
}

/** A point of the document: line from 0, column from 0 in UTF-16 units. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/** Finds the point of an offset of content in the lines of its document. */
export function pointOf(lines: readonly string[], place: ContentPlace, offset: number): Point {
  const { line, cell } = place;
  if (cell !== undefined) return { line, column: columnInRow(lines[line] ?? '', cell, offset) };
  const layout = layoutOf(place);
  const { line: row, column } = layout.positionOf(offset);
  const down = row - 1;
  const shift = (layout.shifts[down] ??= shiftIn(
    lines[line + down] ?? '',
    lineAt(place.content, offset - column + 1),
  ));
  return { line: line + down, column: Math.max(0, column - 1 + shift) };
}

/** How the lines of a piece of content lie in the document; kept, because many links may stand in one piece. */
interface Layout {
  /** The place of an offset in the content. */
  readonly positionOf: (offset: number) => Position;
  /** How much further right each line of the content stands in the document, as far as that was asked for. */
  readonly shifts: (number | undefined)[];
}

const layouts = new WeakMap<ContentPlace, Layout>();

function layoutOf(place: ContentPlace): Layout {
  let layout = layouts.get(place);
  if (layout === undefined)
    layouts.set(place, (layout = { positionOf: positionsIn(place.content), shifts: [] }));
  return layout;
}

function lineAt(content: string, start: number): string {
  const end = content.indexOf('\n', start);
  return content.slice(start, end === -1 ? content.length : end);
}

/** The parser takes away marks before a line and space around it, so what is left is the end of the line. */
function shiftIn(line: string, contentLine: string): number {
  const indent = contentLine.length - contentLine.trimStart().length;
  return Math.max(0, line.lastIndexOf(contentLine.trim())) - indent;
}

const cellStarts = new WeakMap<readonly string[], readonly number[]>();

/** The parser unescapes `\|` in cells, so they are looked for as they are written, one after the other. */
function columnInRow(
  line: string,
  { row, index }: { readonly row: readonly string[]; readonly index: number },
  offset: number,
): number {
  let starts = cellStarts.get(row);
  if (starts === undefined) cellStarts.set(row, (starts = startsInRow(line, row)));
  const before = (row[index] ?? '').slice(0, offset);
  return (starts[index] ?? 0) + before.replaceAll('|', '\\|').length;
}

function startsInRow(line: string, row: readonly string[]): number[] {
  let from = 0;
  return row.map((cell) => {
    const written = cell.replaceAll('|', '\\|');
    const start = Math.max(from, line.indexOf(written, from));
    from = start + written.length;
    return start;
  });
}

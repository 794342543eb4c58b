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
  const down = lastStart(layout.starts, offset);
  const start = layout.starts[down] as number;
  const shift = (layout.shifts[down] ??= shiftIn(lines[line + down] ?? '', lineAt(place.content, start)));
  return { line: line + down, column: Math.max(0, offset - start + shift) };
}

/** How the lines of a piece of content lie in the document; kept, because many links may stand in one piece. */
interface Layout {
  /** Offsets at which the lines of the content begin. */
  readonly starts: readonly number[];
  /** How much further right each of them stands in the document, as far as that was asked for. */
  readonly shifts: (number | undefined)[];
}

const layouts = new WeakMap<ContentPlace, Layout>();

function layoutOf(place: ContentPlace): Layout {
  let layout = layouts.get(place);
  if (layout === undefined) {
    const { content } = place;
    const starts = [0];
    for (let at = content.indexOf('\n'); at !== -1; at = content.indexOf('\n', at + 1)) starts.push(at + 1);
    layouts.set(place, (layout = { starts, shifts: [] }));
  }
  return layout;
}

/** The index of the last of the ascending offsets that is not after another one. */
function lastStart(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
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

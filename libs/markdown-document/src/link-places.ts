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
  const { content, line, cell } = place;
  if (cell !== undefined) {
    const cells = cell.row.slice(0, cell.index + 1);
    return { line, column: columnInRow(lines[line] ?? '', cells, offset) };
  }
  const before = content.slice(0, offset);
  const down = countBreaks(before);
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = content.indexOf('\n', offset);
  const contentLine = content.slice(lineStart, lineEnd === -1 ? content.length : lineEnd);
  return { line: line + down, column: columnIn(lines[line + down] ?? '', contentLine, offset - lineStart) };
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The parser takes away marks before a line and space around it, so what is left is the end of the line. */
function columnIn(line: string, contentLine: string, offset: number): number {
  const text = contentLine.trim();
  const indent = contentLine.length - contentLine.trimStart().length;
  return Math.max(0, line.lastIndexOf(text)) + Math.max(0, offset - indent);
}

/** The parser unescapes `\|` in cells, so they are looked for as they are written, one after the other. */
function columnInRow(row: string, cells: readonly string[], offset: number): number {
  let from = 0;
  let start = 0;
  for (const cell of cells) {
    const written = cell.replaceAll('|', '\\|');
    start = Math.max(from, row.indexOf(written, from));
    from = start + written.length;
  }
  const before = (cells.at(-1) ?? '').slice(0, offset);
  return start + before.replaceAll('|', '\\|').length;
}

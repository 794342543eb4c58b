import { isBlank, joinLines, type Line } from '../../text/line';

/** A row of a table of citty. */
export interface CittyRow {
  readonly left: string;
  readonly description: string;
}

interface OpenRow {
  readonly left: string;
  readonly first: string;
  readonly body: Line[];
}

const GAP = 4;
const LEAST_INDENT = 2;
const FOOTER = /^Use .* <command> --help\S* for more information/;

/**
 * Reads the rows of a table. Left cells are aligned to the right: all end in one column, four before the descriptions. Lines
 * that do not keep to it belong to the description above, which is printed as it is. Version 0.1 puts cells in backticks.
 */
export function cittyRows(lines: readonly Line[]): CittyRow[] {
  const end = cellEnd(lines);
  const rows: OpenRow[] = [];
  let afterGap = false;
  for (const line of lines) {
    const row = openRow(line, end);
    if (row !== undefined) rows.push(row);
    else if (afterGap && FOOTER.test(line.text)) break;
    else rows.at(-1)?.body.push(line);
    afterGap = isBlank(line);
  }
  return rows.map(({ left, first, body }) => ({
    left,
    description: [first, joinLines(body)].filter((part) => part !== '').join('\n'),
  }));
}

// The column in which most lines have their first gap, or end.
function cellEnd(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    if (isBlank(line) || line.indent < LEAST_INDENT) continue;
    const gap = line.text.indexOf(' '.repeat(GAP));
    const end = line.indent + (gap < 0 ? line.text.length : gap);
    counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  return Array.from(counts).reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

function openRow(line: Line, end: number): OpenRow | undefined {
  const at = end - line.indent;
  if (line.indent < LEAST_INDENT || at <= 0 || at > line.text.length || line.text[at - 1] === ' ')
    return undefined;
  if (line.text.slice(at, at + GAP).trim() !== '') return undefined;
  return {
    left: line.text.slice(0, at).replaceAll('`', ''),
    first: line.text.slice(at + GAP).trim(),
    body: [],
  };
}

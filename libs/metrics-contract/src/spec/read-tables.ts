import type { MarkdownLine } from './markdown-lines';
import { isMetricType, type SpecEntry, type SpecText } from './spec-metric';

type Column = 'name' | 'type' | 'labels' | 'unit';

const HEADERS: readonly (readonly [Column, RegExp])[] = [
  ['name', /^(?:metrics?(?: name)?|name)$/i],
  ['type', /^(?:metric )?(?:type|kind)$/i],
  ['labels', /^(?:labels?|label names)$/i],
  ['unit', /^units?$/i],
];

/** The declarations of tables with a column of names and one of types or labels. A table of other things by "name" has no metric type in it. */
export function readTables(lines: readonly MarkdownLine[]): SpecEntry[] {
  const entries: SpecEntry[] = [];
  lines.forEach((line, index) => {
    const rule = lines[index + 1];
    if (rule === undefined || rule.number !== line.number + 1 || !line.text.includes('|')) return;
    if (!isRule(rule)) return;
    entries.push(...readTable(cellsOf(line), rowsAfter(lines, index + 2)));
  });
  return entries;
}

/** The line below the header of a table. */
function isRule(line: MarkdownLine): boolean {
  const cells = cellsOf(line);
  return cells.length > 0 && cells.every(({ text }) => /^:?-+:?$/.test(text));
}

function readTable(header: readonly SpecText[], rows: readonly (readonly SpecText[])[]): SpecEntry[] {
  const columns = new Map<Column, number>();
  header.forEach(({ text }, index) => {
    const column = HEADERS.find(([, pattern]) => pattern.test(text.replace(/[`*]/g, '').trim()))?.[0];
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  });
  const nameColumn = columns.get('name');
  if (nameColumn === undefined || !(columns.has('type') || columns.has('labels'))) return [];
  const entries = rows.flatMap((row): SpecEntry[] => {
    const cell = (column: Column): SpecText | undefined => row[columns.get(column) ?? -1];
    const name = row[nameColumn];
    return name === undefined || name.text === ''
      ? []
      : [{ name, type: cell('type'), labels: cell('labels'), unit: cell('unit') }];
  });
  const ofMetrics = /metric/i.test(header[nameColumn]?.text ?? '');
  return ofMetrics || entries.some(({ type }) => isMetricType(type?.text ?? '')) ? entries : [];
}

function rowsAfter(lines: readonly MarkdownLine[], start: number): SpecText[][] {
  const rows: SpecText[][] = [];
  for (let index = start; ; index += 1) {
    const line = lines[index];
    if (line === undefined || !line.text.includes('|') || line.number !== (lines[index - 1]?.number ?? 0) + 1)
      return rows;
    rows.push(cellsOf(line));
  }
}

/** Cells between bars that are not escaped. */
function cellsOf({ text, number }: MarkdownLine): SpecText[] {
  const cells: SpecText[] = [];
  for (const match of text.matchAll(/((?:\\.|[^|\\]|\\$)*)(\||$)/g)) {
    const [whole, content = ''] = match;
    const isEdge = content.trim() === '' && (match.index === 0 || match.index + whole.length >= text.length);
    if (isEdge) continue;
    const column = match.index + (content.length - content.trimStart().length) + 1;
    cells.push({ text: content.trim().replaceAll('\\|', '|'), position: { line: number, column } });
  }
  return cells;
}

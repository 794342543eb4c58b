import type { Section } from '../../table/sections';
import { isBlank, joinLines, type Line } from '../../text/line';
import { type Cells, cutCells } from '../argparse/columns';
import { type ClickRow, readCommandCell, readOptionCell } from './click-row';

type Left =
  | { readonly kind: 'option'; readonly names: readonly string[]; readonly metavar: string }
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'command'; readonly names: readonly string[] };

interface Draft {
  readonly left: Left;
  readonly first: string;
  readonly body: Line[];
}

interface Layout {
  readonly base: number;
  readonly help: number | undefined;
}

const ARGUMENTS = /\b(?:arguments?|args|positionals?)$/i;
const NO_TABLE = /^(?:examples?|usage|notes?|see also|environment(?: variables)?|exit (?:codes?|status))\b/i;
// Options of a group may stand further right by two columns.
const DEEPEST = 4;

/**
 * Reads a section: a list of rows that share one column for their descriptions. What follows the list after a gap belongs to
 * it as long as it keeps that column, since some programs put blank lines between rows.
 */
export function readPlainTable({ heading, lines }: Section): ClickRow[] {
  if (heading === '' || NO_TABLE.test(heading)) return [];
  const layout = measure(lines);
  const isCommands = !ARGUMENTS.test(heading) && !hasOptions(lines, layout);
  const drafts: Draft[] = [];
  let afterGap = false;
  for (const [index, line] of lines.entries()) {
    const cells = cutCells(line, layout.help);
    const place = { line, cells, next: lines[index + 1], layout, afterGap };
    const left = mayBegin(place) ? readLeft(cells.left, isCommands) : undefined;
    if (left !== undefined) drafts.push({ left, first: cells.right, body: [] });
    else if (!isBlank(line) && line.indent < (layout.help ?? layout.base + 1) && afterGap) break;
    else drafts.at(-1)?.body.push(line);
    afterGap = isBlank(line);
  }
  return drafts.map(toRow);
}

function measure(lines: readonly Line[]): Layout {
  const base = lines.find((line) => !isBlank(line))?.indent ?? 0;
  const columns = new Map<number, number>();
  lines.forEach((line, index) => {
    if (isBlank(line) || line.indent > base + DEEPEST) return;
    const next = lines[index + 1];
    const below = next !== undefined && next.indent > line.indent + 1 ? next.indent : undefined;
    const column = cutCells(line).column ?? below;
    if (column !== undefined) columns.set(column, (columns.get(column) ?? 0) + 1);
  });
  const help = [...columns].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [-1, 0])[0];
  return { base, help: help < 0 ? undefined : help };
}

interface Place {
  readonly line: Line;
  readonly cells: Cells;
  readonly next: Line | undefined;
  readonly layout: Layout;
  readonly afterGap: boolean;
}

function mayBegin({ line, cells, next, layout, afterGap }: Place): boolean {
  const { base, help } = layout;
  if (isBlank(line) || line.indent < base || line.indent > base + DEEPEST) return false;
  const isAligned = cells.right === '' ? next?.indent === help : cells.column === help;
  return isAligned || (cells.right === '' && line.indent === base && !afterGap);
}

// Programs may put their arguments into the table of options.
function hasOptions(lines: readonly Line[], { base }: Layout): boolean {
  const gap = lines.findIndex(isBlank);
  const list = lines.slice(0, gap < 0 ? undefined : gap);
  return list.some((line) => line.indent === base && line.text.startsWith('-'));
}

function readLeft(left: string, isCommands: boolean): Left | undefined {
  if (left.startsWith('-')) {
    const option = readOptionCell(left);
    return option && { kind: 'option', ...option };
  }
  if (!isCommands)
    return { kind: 'argument', name: left.replace(/\.\.\.$/, '').replace(/^\[([^[\]]*)\]$/, '$1') };
  const names = readCommandCell(left);
  return names && { kind: 'command', names };
}

function toRow({ left, first, body }: Draft): ClickRow {
  const description = [first, joinLines(body)].filter((part) => part !== '').join('\n');
  if (left.kind === 'command') return { ...left, description };
  if (left.kind === 'argument') return { ...left, metavar: '', isMarked: false, description };
  return { ...left, isMarked: false, description };
}

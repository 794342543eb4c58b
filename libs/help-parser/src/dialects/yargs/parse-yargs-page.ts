import type { HelpPage, PageContext } from '../../page';
import type { Row } from '../../table/rows';
import { type HeadingPlace, type Section, splitSections } from '../../table/sections';
import { toRecords, type Unit } from '../../table/unit-rows';
import { joinLines, type Line } from '../../text/line';
import type { UsageBlock } from '../../usage/usage-block';
import { assemblePage } from '../assemble-page';
import type { HelpDocument } from '../dialect';
import { type CommandCells, commandCells, commandUnit } from './command-rows';
import type { FoldedRow } from './fold-rows';
import { pageWrapping, rightText } from './join-lines';
import { readCommandFacts, readOptionFacts } from './yargs-facts';
import {
  commandProgram,
  optionUnit,
  positionalUnit,
  readYargsTable,
  type TableKind,
  toRows,
  type YargsTable,
} from './yargs-tables';
import { yargsUsage } from './yargs-usage';

type Text = (row: FoldedRow) => string;
type Tables = Pick<HelpPage, 'subcommands' | 'flags' | 'args'>;

const LONGEST_HEADING = 60;
const TYPED = /\[boolean\]/;
const REQUIRED_PLACE = /<([^<>\s|]+?)\.{0,3}(?:\|[^<>]*)?>/g;

/** Reads a page of yargs. */
export function parseYargsPage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const { lines } = document;
  const label = lines[document.usage?.start ?? -1];
  const [head, ...sections] = splitSections(lines, (place) => place.line !== label && isHeading(place));
  const firstHeading = head?.lines.length ?? 0;
  const printed = yargsUsage(document, firstHeading, context);
  const program = context.program ?? printed?.forms[0]?.split(/\s+/, 1)[0];
  const tables = readSections(sections, program);
  const lefts = tables.flatMap(({ kind, rows }) => (kind === 'commands' ? rows.map((row) => row.left) : []));
  const cells = commandCells(lefts, context.path, program);
  const usage = withDefaultCommand(
    printed,
    lefts.find((left) => cells.name(left) === undefined),
  );
  const about = aboutText(lines.slice(0, firstHeading), printed);
  return assemblePage(
    { lines, ...(usage !== undefined && { usage }) },
    { about, ...readTables(tables, cells, requiredPlaces(usage)) },
    context,
  );
}

function aboutText(head: readonly Line[], usage: UsageBlock | undefined): string {
  if (usage === undefined) return joinLines(head);
  return joinLines(head.slice(usage.end)) || joinLines(head.slice(0, usage.start));
}

function isHeading({ line, afterGap, next }: HeadingPlace): boolean {
  if (line.indent > 0 || !afterGap || next === undefined || next.indent < 2) return false;
  return line.text.length <= LONGEST_HEADING && !/[.,;]$|https?:/.test(line.text);
}

function readSections(sections: readonly Section[], program: string | undefined): YargsTable[] {
  const word = commandProgram(sections) ?? program?.split(/\s+/, 1)[0];
  return sections.flatMap((section) => readYargsTable(section, word) ?? []);
}

function readTables(
  tables: readonly YargsTable[],
  cells: CommandCells,
  required: ReadonlySet<string>,
): Tables {
  const wrapping = pageWrapping(tables.flatMap(({ rows }) => rows));
  const text: Text = (row) => rightText(row, wrapping);
  const read = (kind: TableKind, unit: (left: string) => Unit | undefined): Row<Unit>[] =>
    tables.filter((table) => table.kind === kind).flatMap((table) => toRows(table, text, unit));
  const units = [
    ...read('options', optionUnit),
    ...read('positionals', (left) => positionalUnit(left, required)),
  ];
  const typed = units.some(({ description }) => TYPED.test(description));
  const { flags, args } = toRecords(units, (description) => readOptionFacts(description, typed));
  const commands = read('commands', (left) => commandUnit(cells.name(left)));
  return { flags, args, subcommands: toRecords(commands, readCommandFacts).subcommands };
}

function requiredPlaces(usage: UsageBlock | undefined): Set<string> {
  return new Set(
    (usage?.forms ?? []).flatMap((form) =>
      Array.from(form.matchAll(REQUIRED_PLACE), (match) => match[1] as string),
    ),
  );
}

// What the program does when no command is named stands among the commands; its arguments are the page's own.
function withDefaultCommand(usage: UsageBlock | undefined, own: string | undefined): UsageBlock | undefined {
  if (own === undefined) return usage;
  if (usage === undefined) return { start: 0, end: 0, lines: [own], forms: [own] };
  return { ...usage, forms: [...usage.forms, own] };
}

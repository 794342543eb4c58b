import type { HelpPage, PageContext } from '../../page';
import type { FlagGrammar } from '../../table/flag-spec';
import { readRows, type Row, type RowRules } from '../../table/rows';
import { type HeadingPlace, type Section, splitSections } from '../../table/sections';
import { readCommand, readFlagOrArgs, type ReadUnit, toRecords, type Unit } from '../../table/unit-rows';
import { joinLines, leastIndent, type Line } from '../../text/line';
import { assemblePage, textBeforeUsage } from '../assemble-page';
import type { HelpDocument } from '../dialect';

const GRAMMAR: FlagGrammar = { bareValues: true, equalsBinds: false };

// Rows without a short form stand further right by its width, in most tables by 4 columns, in some by 5 or 6.
const SHORT_FORM_WIDTH = 6;
const LONGEST_HEADING = 60;
const COMMANDS = /\bcommands?$|^(?:sub)?commands?\b/i;
const ARGUMENTS = /\b(?:arguments?|args|positionals?)$/i;
const NO_TABLE = /^(?:examples?|usage|synopsis|description|environment|see also|notes?)\b/i;
const BARE_ARGUMENT = /^([A-Za-z][\w.-]*)(\.\.\.)?(?:$| {2,}(.*)$)/;

/** Reads any page with indented tables: headings are less indented than what follows them. */
export function parseGenericPage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const { lines, usage } = document;
  const sections = splitSections(lines.slice(usage?.end ?? 0), isHeading);
  const records = toRecords(sections.flatMap(readSection));
  const about = textBeforeUsage(document) || textBeforeRows(sections[0]);
  return assemblePage(document, { about, ...records }, context);
}

function textBeforeRows(section: Section | undefined): string {
  const lines = section?.lines ?? [];
  const firstRow = lines.findIndex((line) => line.text.startsWith('-'));
  return joinLines(firstRow < 0 ? lines : lines.slice(0, firstRow));
}

function isHeading({ line, afterGap, next }: HeadingPlace): boolean {
  if (next === undefined || next.indent <= line.indent || !/^\p{L}/u.test(line.text)) return false;
  if (line.text.length > LONGEST_HEADING || line.text.includes('  ')) return false;
  return line.text.endsWith(':') || (afterGap && line.indent === 0 && !/[.,;]$/.test(line.text));
}

function readSection(section: Section): Row<Unit>[] {
  const { heading, lines } = section;
  if (NO_TABLE.test(heading)) return [];
  const base = leastIndent(lines.filter((line) => line.indent > 0));
  const atBase = { mayBegin: (line: Line) => line.indent === base, endsAtMargin: true };
  if (COMMANDS.test(heading)) return readRows(lines, { ...atBase, read: readCommand });
  if (ARGUMENTS.test(heading)) return readRows(lines, { ...atBase, read: readArgument });
  return readRows(lines, { mayBegin: flagRows(lines), read: readUnit, endsAtMargin: false });
}

// Tables may be aligned to the right; then the description on the line above shows where a left side can stand.
function flagRows(lines: readonly Line[]): RowRules<Unit>['mayBegin'] {
  const base = leastIndent(lines.filter((line) => readUnit(line.text) !== undefined));
  return (line, column) =>
    line.indent >= base && (column !== undefined || line.indent <= base + SHORT_FORM_WIDTH);
}

function readUnit(text: string): ReadUnit | undefined {
  return text.startsWith('-') ? readFlagOrArgs(text, GRAMMAR) : undefined;
}

function readArgument(text: string): ReadUnit | undefined {
  const bare = BARE_ARGUMENT.exec(text);
  if (bare === null) return readFlagOrArgs(text, GRAMMAR);
  const arg = { name: bare[1] as string, required: true, variadic: bare[2] !== undefined };
  return { unit: { kind: 'args', args: [arg] }, rest: bare[3] ?? '' };
}

import { type SnapshotArg, type SnapshotFlag, withoutAbsent } from '@fixpoint/surface-formats';
import type { HelpPage, ListedCommand, PageContext } from '../../page';
import { toFlag } from '../../table/flag-spec';
import { withoutRepeats } from '../../table/records';
import { describeArg, describeFlag } from '../../table/remarks';
import { type HeadingPlace, type Section, splitSections } from '../../table/sections';
import { joinLines } from '../../text/line';
import { assemblePage, textBeforeUsage } from '../assemble-page';
import type { HelpDocument } from '../dialect';
import { measureHelpColumn, type PicocliRow, readPicocliRows } from './picocli-rows';

const COMMANDS = /\b(?:sub)?commands?\b/i;
const NO_TABLE = /^(?:exit codes?|examples?|environment|see also|notes?)\b/i;
// picocli writes a default behind the description or on a line of its own.
const DEFAULT_LINE = /(?:^|\n) *Default: ([^\n]*)$/;

/** Reads a page of picocli: options follow the description, mostly without a heading. */
export function parsePicocliPage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const lines = document.lines.slice(document.usage?.end ?? 0);
  const help = measureHelpColumn(lines);
  const sections = splitSections(lines, isHeading).filter(({ heading }) => !NO_TABLE.test(heading));
  const tables = sections.map((section) => ({ section, rows: readPicocliRows(section, help) }));
  const rows = tables.flatMap((table) => table.rows);
  const hasOwnList = sections.some(({ heading }) => COMMANDS.test(heading));
  const commandTables = tables.filter(({ section }) => !hasOwnList || COMMANDS.test(section.heading));
  const page = assemblePage(
    document,
    {
      about: aboutOf(document, sections[0]),
      flags: withoutRepeats(rows.flatMap(toFlagRecord), (flag) => flag.long ?? flag.short),
      args: withoutRepeats(rows.flatMap(toArgRecord), (arg) => arg.name),
      subcommands: withoutRepeats(
        commandTables.flatMap((table) => table.rows.flatMap(toCommandRecord)),
        (command) => command.name,
      ),
    },
    context,
  );
  return { ...page, args: page.args.filter((arg) => !arg.name.startsWith('/')) };
}

function isHeading({ line, next }: HeadingPlace): boolean {
  if (line.indent > 0 || next === undefined || next.indent === 0 || line.text.includes('  ')) return false;
  return line.text.endsWith(':') || !/[.,;!?]$/.test(line.text);
}

function aboutOf(document: HelpDocument, first: Section | undefined): string {
  const lines = first?.lines ?? [];
  const table = lines.findIndex((line) => line.indent > 0);
  const description = joinLines(table < 0 ? lines : lines.slice(0, table));
  return [textBeforeUsage(document), description].filter((part) => part !== '').join('\n\n');
}

function toFlagRecord({ unit, description }: PicocliRow): SnapshotFlag[] {
  if (unit.kind !== 'option') return [];
  const { text, fallback } = cutDefault(description);
  const flag = { ...toFlag(unit.spec), default: fallback, required: unit.isMarked || undefined };
  return [describeFlag(withoutAbsent(flag), text)];
}

function toArgRecord({ unit, description }: PicocliRow): SnapshotArg[] {
  if (unit.kind !== 'argument') return [];
  const { text, fallback } = cutDefault(description);
  return [describeArg(withoutAbsent({ ...unit.arg, default: fallback }), text)];
}

function toCommandRecord({ unit, description }: PicocliRow): ListedCommand[] {
  if (unit.kind !== 'command') return [];
  const [name = '', ...aliases] = unit.names;
  return [{ name, aliases, ...(description !== '' && { about: description }) }];
}

function cutDefault(description: string): { text: string; fallback: string | undefined } {
  const line = DEFAULT_LINE.exec(description);
  return { text: description.slice(0, line?.index), fallback: line?.[1] };
}

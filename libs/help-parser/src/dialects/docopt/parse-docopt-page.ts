import type { HelpPage, ListedCommand, PageContext } from '../../page';
import { withoutRepeats } from '../../table/records';
import { readRows, type Row } from '../../table/rows';
import { type HeadingPlace, type Section, splitSections } from '../../table/sections';
import { readCommand, toRecords, type Unit } from '../../table/unit-rows';
import { joinLines, leastIndent, type Line } from '../../text/line';
import { assemblePage, textBeforeUsage } from '../assemble-page';
import type { HelpDocument } from '../dialect';
import { acceptedOptions, readDocoptOptions } from './docopt-options';
import { type DocoptPattern, readPattern } from './docopt-pattern';

interface UsedForm {
  readonly form: string;
  readonly pattern: DocoptPattern;
}

const NO_USAGE = { start: 0, end: 0, forms: [] };
const COMMANDS = /\bcommands?$|^(?:sub)?commands?\b/i;

/**
 * Reads a page of docopt. The page of a program is that of all its commands: with a path, only the usage lines of that command
 * count, and the words behind the path are its subcommands; without one, every option is
 * the program's and every bare word a command, as for docopt itself.
 */
export function parseDocoptPage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const { lines, usage } = document;
  const { start, end, forms } = usage ?? NO_USAGE;
  const used = formsOf(
    forms.map((form) => ({ form, pattern: readPattern(form) })),
    context.path,
  );
  const sections = splitSections(lines.slice(end), isHeading);
  const listed = readDocoptOptions([...lines.slice(0, start), ...lines.slice(end)]);
  const accepted = acceptedOptions(
    listed,
    used.map(({ pattern }) => pattern),
  );
  const isWhole = context.path.length === 0 || used.length === 0;
  const tables = {
    about: textBeforeUsage(document) || textBeforeOptions(sections[0]),
    flags: withoutRepeats([...(isWhole ? listed : []), ...accepted], (flag) => flag.long ?? flag.short),
    args: [],
    subcommands: readCommands(sections, used, context.path),
  };
  const own = usage && { ...usage, forms: used.map(({ form }) => form) };
  return assemblePage({ lines, ...(own !== undefined && { usage: own }) }, tables, context);
}

function formsOf(forms: readonly UsedForm[], path: readonly string[]): readonly UsedForm[] {
  const own = forms.filter(({ pattern }) => path.every((token, index) => pattern.commands[index] === token));
  return own.length > 0 ? own : forms;
}

function isHeading({ line, next }: HeadingPlace): boolean {
  return (
    line.text.endsWith(':') && next !== undefined && next.indent > line.indent && !line.text.startsWith('-')
  );
}

function textBeforeOptions(section: Section | undefined): string {
  return joinLines((section?.lines ?? []).filter((line: Line) => !line.text.startsWith('-')));
}

function readCommands(
  sections: readonly Section[],
  used: readonly UsedForm[],
  path: readonly string[],
): ListedCommand[] {
  const rows = sections.filter(({ heading }) => COMMANDS.test(heading)).flatMap(readCommandRows);
  const tables = toRecords(rows).subcommands;
  const words = used.flatMap(({ pattern }) => pattern.commands.slice(path.length));
  const known = new Set(tables.map((command) => command.name));
  const bare = words.filter((word) => !known.has(word)).map((name) => ({ name, aliases: [] }));
  return withoutRepeats([...tables, ...bare], (command) => command.name);
}

function readCommandRows({ lines }: Section): Row<Unit>[] {
  const base = leastIndent(lines.filter((line) => line.indent > 0));
  return readRows(lines, { mayBegin: (line) => line.indent === base, read: readCommand, endsAtMargin: true });
}

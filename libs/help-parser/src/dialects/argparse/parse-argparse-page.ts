import type { SnapshotArg } from '@fixpoint/surface-formats';
import type { HelpPage, ListedCommand, PageContext } from '../../page';
import { withoutRepeats } from '../../table/records';
import { describeArg } from '../../table/remarks';
import { type HeadingPlace, type Section, splitSections } from '../../table/sections';
import { joinLines, type Line } from '../../text/line';
import { assemblePage, textBeforeUsage } from '../assemble-page';
import type { HelpDocument } from '../dialect';
import { type ArgparseRow, type PageFacts, readArgparseRows } from './argparse-rows';
import { type ArgparseUsage, readArgparseUsage } from './argparse-usage';
import { measureColumns } from './columns';
import { readFlags, readListed } from './argparse-records';
import { bracedChoices, type Invocation } from './invocation';

/** Reads a page of argparse. */
export function parseArgparsePage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const { lines, usage: block } = document;
  const body = lines.slice(block?.end ?? 0);
  const usage = readArgparseUsage(block?.forms ?? [], context.path);
  const sections = splitSections(body, isHeading);
  const columns = measureColumns(body);
  const loose = readAll(sections, { columns, usage, isComplete: false });
  const isComplete = namesAllStandard(loose, usage);
  const tables = isComplete ? readAll(sections, { columns, usage, isComplete }) : loose;
  const rows = tables.flatMap((table) => table.rows);
  const commands = readCommands(rows, usage);
  const args = readArgs(rows, usage, commands.place);
  const page = assemblePage(
    document,
    {
      about: textBeforeUsage(document) || textBeforeTables(tables),
      flags: readFlags(rows),
      args,
      subcommands: commands.listed,
      ...(commands.place !== undefined && { commandHeading: commands.place }),
    },
    context,
  );
  // Only a usage line of the program's own can name an argument that has no row.
  return isComplete || args.length > 0 ? { ...page, args } : page;
}

interface Table {
  readonly section: Section;
  readonly rows: readonly ArgparseRow[];
}

function readAll(sections: readonly Section[], facts: PageFacts): Table[] {
  return sections.map((section) => ({ section, rows: readArgparseRows(section, facts) }));
}

function isHeading({ line, next }: HeadingPlace): boolean {
  return line.indent === 0 && line.text.endsWith(':') && next !== undefined && next.indent > 0;
}

const STANDARD = /^(?:options|optional arguments)$/i;

// A program may write its own usage line; the library's own one names all options of the standard table.
function namesAllStandard(tables: readonly Table[], usage: ArgparseUsage): boolean {
  const standard = tables.filter(({ section }) => STANDARD.test(section.heading));
  const options = standard.flatMap(({ rows }) => rows.flatMap(({ unit }) => asInvocation(unit)));
  return options.length > 0 && options.every(({ names }) => names.some((name) => usage.mentions(name)));
}

function asInvocation(unit: ArgparseRow['unit']): Invocation[] {
  return unit.kind === 'option' ? [unit.invocation] : [];
}

function textBeforeTables(tables: readonly Table[]): string {
  const first = tables.findIndex(({ rows }) => rows.length > 0);
  const texts = tables
    .slice(0, first < 0 ? 1 : first)
    .flatMap(({ section }): Line[] =>
      section.heading === ''
        ? [...section.lines]
        : [{ indent: 0, text: `${section.heading}:` }, ...section.lines],
    );
  return joinLines(texts);
}

interface Commands {
  readonly listed: readonly ListedCommand[];
  /** The row that stands for the subcommands, when there is one. */
  readonly place: string | undefined;
}

function readCommands(rows: readonly ArgparseRow[], usage: ArgparseUsage): Commands {
  const listed = readListed(rows);
  const place = commandPlace(rows, usage);
  const known = new Set(listed.flatMap(({ name, aliases }) => [name, ...aliases]));
  const choices = place === undefined ? [] : (bracedChoices(place) ?? usage.choices);
  const bare = choices.filter((name) => name !== '' && !known.has(name));
  return {
    listed: withoutRepeats([...listed, ...bare.map((name) => ({ name, aliases: [] }))], ({ name }) => name),
    place,
  };
}

/**
 * The word that stands for the subcommands: the row above them, or what the usage has before `...`. A remainder of arguments
 * is written in the same way; its own row has a name that the usage does not.
 */
function commandPlace(rows: readonly ArgparseRow[], usage: ArgparseUsage): string | undefined {
  const first = rows.findIndex(({ unit }) => unit.kind === 'command');
  const above = rows.slice(0, Math.max(0, first)).at(-1)?.unit;
  if (above?.kind === 'argument') return above.name;
  if (usage.rest === undefined) return undefined;
  const names = rows.flatMap(({ unit }) => (unit.kind === 'argument' ? [unit.name] : []));
  const hasRemainder = names.some((name) => !usage.mentions(name));
  return first >= 0 || (usage.choices.length > 0 && !hasRemainder) ? usage.rest : undefined;
}

function readArgs(
  rows: readonly ArgparseRow[],
  usage: ArgparseUsage,
  place: string | undefined,
): SnapshotArg[] {
  const args = rows.flatMap(({ unit, description }) => {
    if (unit.kind !== 'argument' || unit.name === place) return [];
    // What the library's own usage does not name is the remainder that it writes as `...`.
    const { takesRest } = usage;
    const use = usage.argument(unit.name) ?? { required: !takesRest, variadic: takesRest };
    const choices = bracedChoices(unit.name);
    const arg = { name: unit.name, ...use, ...(choices !== undefined && { choices }) };
    return [describeArg(arg, description)];
  });
  return withoutRepeats(args, (arg) => arg.name);
}

import type { SnapshotArg, SnapshotFlag } from '@fixpoint/surface-formats';
import type { HelpPage, PageContext } from '../../page';
import { withoutRepeats } from '../../table/records';
import { describeFlag } from '../../table/remarks';
import { type HeadingPlace, type Section, splitSections } from '../../table/sections';
import { joinLines } from '../../text/line';
import { assemblePage } from '../assemble-page';
import type { HelpDocument } from '../dialect';
import { readManInvocations } from './man-invocations';
import { manCommand, manFlag, readManTags } from './man-tags';

const HEADING = /^\p{Lu}[\p{Lu}\p{N} ,'&()/-]*$/u;
const COMMANDS = /\b(?:COMMANDS|GROUPS|SUBCOMMANDS|SERVICES|TOPICS)$/;
const ARGUMENTS = /\b(?:ARGUMENTS|POSITIONALS|OPERANDS)$/;
const NO_TABLE =
  /^(?:NAME|SYNOPSIS|EXAMPLES?|SEE ALSO|NOTES?|HISTORY|COPYRIGHT|AUTHORS?|FILES|ENVIRONMENT(?: VARIABLES)?|EXIT (?:STATUS|CODES?)|BUGS|DIAGNOSTICS|REPORTING BUGS)$/;
const TITLE = /^.*? (?:-{1,2}|[—–]) /;
// Words of the synopsis that stand for flags and commands.
const PLACES = /^(?:GROUP|COMMAND|SUBCOMMAND|.*_FLAGS?|--options|parameters)$/i;

/** Reads a manual page as it is printed; some programs answer `--help` with one. */
export function parseManPageText(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const sections = splitSections(document.lines, isHeading);
  const tables = sections.filter(({ heading }) => !NO_TABLE.test(heading) && heading !== '');
  const args = tables.filter(({ heading }) => ARGUMENTS.test(heading)).flatMap(readArguments);
  const listed = tables.filter(({ heading }) => COMMANDS.test(heading)).flatMap(readCommands);
  const synopsis = sections.filter(({ heading }) => heading === 'SYNOPSIS').flatMap(({ lines }) => lines);
  const lines = tables.flatMap((section) => section.lines);
  const commands = listed.length > 0 ? listed : readManInvocations(synopsis, lines);
  const page = assemblePage(
    document,
    {
      about: titleOf(sections),
      flags: withoutCollections(tables.flatMap(readFlags)),
      args,
      subcommands: withoutRepeats(commands, (command) => command.name),
    },
    context,
  );
  return { ...page, args: args.length > 0 ? args : page.args.filter((arg) => !PLACES.test(arg.name)) };
}

function isHeading({ line }: HeadingPlace): boolean {
  return line.indent === 0 && HEADING.test(line.text);
}

function titleOf(sections: readonly Section[]): string {
  const name = sections.find(({ heading }) => heading === 'NAME');
  const text = joinLines(name?.lines ?? []).replaceAll(/\s+/g, ' ');
  return text.replace(TITLE, '');
}

function readFlags({ lines }: Section): SnapshotFlag[] {
  return readManTags(lines, (text) => manFlag(text) !== undefined).map(({ left, description }) =>
    describeFlag(manFlag(left) as SnapshotFlag, description),
  );
}

// `--x, --no-x` above a paragraph for each of the two says nothing that those do not say.
function withoutCollections(flags: readonly SnapshotFlag[]): SnapshotFlag[] {
  const distinct = withoutRepeats(flags, (flag) => spellings(flag).join(' '));
  const counts = new Map<string, number>();
  for (const name of distinct.flatMap(spellings)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const own = distinct.filter((flag) => {
    const names = spellings(flag);
    return names.length < 2 || names.some((name) => (counts.get(name) ?? 0) < 2);
  });
  return withoutRepeats(own, (flag) => flag.long ?? flag.short);
}

function spellings({ long, short, aliases = [] }: SnapshotFlag): string[] {
  return [long, short, ...aliases].filter((name) => name !== undefined);
}

function readCommands({ lines }: Section): { name: string; aliases: string[]; about?: string }[] {
  const tags = readManTags(lines, (text) => manCommand(text) !== undefined);
  const base = Math.min(...tags.map((tag) => tag.indent));
  return tags
    .filter((tag) => tag.indent === base)
    .map(({ left, description }) => ({
      name: manCommand(left) as string,
      aliases: [],
      ...(description !== '' && { about: description }),
    }));
}

const ARGUMENT = /^\[?<?([A-Za-z][\w.:-]*)>?\]?( \[.* \.\.\.\]|\.\.\.)?$/;

function readArguments({ lines }: Section): SnapshotArg[] {
  const tags = readManTags(lines, (text) => ARGUMENT.test(text));
  return tags.map(({ left, description }) => {
    const match = ARGUMENT.exec(left) as RegExpExecArray;
    const arg = {
      name: match[1] as string,
      required: !left.startsWith('['),
      variadic: match[2] !== undefined,
    };
    return { ...arg, ...(description !== '' && { note: description }) };
  });
}

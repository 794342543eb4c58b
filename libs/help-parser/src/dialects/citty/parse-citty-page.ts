import type { HelpPage, PageContext } from '../../page';
import { mergeRepeats, withoutRepeats } from '../../table/records';
import { type HeadingPlace, splitSections } from '../../table/sections';
import { assemblePage, textBeforeUsage } from '../assemble-page';
import type { HelpDocument } from '../dialect';
import { type CittyRow, cittyRows } from './citty-cells';
import { cittyArg, cittyCommand, cittyFlag, foldNegations } from './citty-records';
import { cittyUsage } from './citty-usage';

const HEADING = /^(?:ARGUMENTS|OPTIONS|COMMANDS)$/;
// The program's name and version behind the description.
const PROGRAM = / \([^()]*\)$/;

/** Reads a page of citty. */
export function parseCittyPage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const { lines, usage } = document;
  const sections = splitSections(lines.slice(usage?.end ?? 0), isHeading);
  const rows = (heading: string): CittyRow[] =>
    sections.filter((section) => section.heading === heading).flatMap((section) => cittyRows(section.lines));
  const subcommands = withoutRepeats(
    rows('COMMANDS').flatMap((row) => cittyCommand(row) ?? []),
    (command) => command.name,
  );
  const tables = {
    about: textBeforeUsage(document).replace(PROGRAM, ''),
    subcommands,
    flags: mergeRepeats(foldNegations(rows('OPTIONS').flatMap((row) => cittyFlag(row) ?? []))),
    args: withoutRepeats(rows('ARGUMENTS').map(cittyArg), (arg) => arg.name),
  };
  const names = subcommands.flatMap(({ name, aliases }) => [name, ...aliases]);
  const full = usage && cittyUsage(usage, names, context.path);
  return assemblePage({ lines, ...(full !== undefined && { usage: full }) }, tables, context);
}

function isHeading({ line }: HeadingPlace): boolean {
  return line.indent === 0 && HEADING.test(line.text);
}

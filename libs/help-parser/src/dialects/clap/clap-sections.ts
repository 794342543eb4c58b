import type { Row } from '../../table/rows';
import type { HeadingPlace, Section } from '../../table/sections';
import { readCommand, type Unit } from '../../table/unit-rows';
import { isBlank, joinLines, leastIndent } from '../../text/line';
import { isNameOf } from '../assemble-page';
import { isCommandsHeading, readCommandRows, readFlagRows } from './clap-rows';

/** The rows of a page's sections, and the heading over the commands when it is the program's own. */
export interface ClapTables {
  readonly rows: readonly Row<Unit>[];
  readonly commandHeading?: string;
}

const WORD_ENDS = /[\s<>[\]|()]+|\.\.\./;
const LAST_PLACEHOLDER = /[<[]([^<>[\]\s]+)[>\]](?:\.\.\.)?$/;

/** Clap's headings stand at the left margin and end in a colon. */
export function isClapHeading({ line }: HeadingPlace): boolean {
  return line.indent === 0 && line.text.endsWith(':') && !line.text.includes('  ');
}

/** Reads all sections; `forms` are the usage lines. */
export function readClapSections(sections: readonly Section[], forms: readonly string[]): ClapTables {
  const own = sections.some((section) => isCommandsHeading(section.heading))
    ? undefined
    : sections.find((section) => isOwnCommandTable(section, forms));
  const usageWords = new Set(forms.flatMap((form) => form.split(WORD_ENDS)));
  const rows = sections.flatMap((section) => {
    if (section === own || isCommandsHeading(section.heading)) return readCommandRows(section);
    const nested = nestedCommand(section, forms);
    return nested === undefined ? readFlagRows(section).filter((row) => isNamed(row, usageWords)) : [nested];
  });
  return { rows, ...(own !== undefined && { commandHeading: own.heading }) };
}

// clap names every positional in the usage; prose in brackets is not one.
function isNamed({ unit }: Row<Unit>, usageWords: ReadonlySet<string>): boolean {
  const isKnown = (name: string): boolean => name.split(WORD_ENDS).every((word) => usageWords.has(word));
  return unit.kind !== 'args' || usageWords.size === 0 || unit.args.every((arg) => isKnown(arg.name));
}

// `subcommand_help_heading("Tools")`: the usage says that a command comes, and no table has the usual heading.
function isOwnCommandTable(section: Section, forms: readonly string[]): boolean {
  const isAnnounced = forms.some((form) => {
    const name = LAST_PLACEHOLDER.exec(form)?.[1] ?? '';
    return /^(?:sub)?command$/i.test(name) || isNameOf(name, section.heading);
  });
  if (!isAnnounced || section.heading === '') return false;
  const indented = section.lines.filter((line) => !isBlank(line) && line.indent > 0);
  const base = leastIndent(indented);
  const atBase = indented.filter((line) => line.indent === base);
  return atBase.length > 0 && atBase.every((line) => readCommand(line.text) !== undefined);
}

// `flatten_help`: a subcommand's own flags follow under `tool path name:`, and the usage has a line for it.
function nestedCommand(section: Section, forms: readonly string[]): Row<Unit> | undefined {
  const { heading } = section;
  if (!heading.includes(' ') || !forms.slice(1).some((form) => `${form} `.startsWith(`${heading} `)))
    return undefined;
  const end = section.lines.findIndex((line) => isBlank(line) || line.indent > 0);
  const description = joinLines(section.lines.slice(0, end < 0 ? undefined : end));
  return { unit: { kind: 'command', names: [heading.split(' ').at(-1) as string] }, description };
}

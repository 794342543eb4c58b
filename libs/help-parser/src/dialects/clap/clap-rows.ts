import { type FlagGrammar } from '../../table/flag-spec';
import { readRows, type Row } from '../../table/rows';
import type { Section } from '../../table/sections';
import { readCommand, readFlagOrArgs, type ReadUnit, type Unit } from '../../table/unit-rows';
import { isBlank, type Line } from '../../text/line';

const GRAMMAR: FlagGrammar = { bareValues: false, equalsBinds: true };

// A row without a short form is indented by the width of `-c, `.
const SHORT_FORM_WIDTH = 4;
const COMMANDS = /(?:^|\s)(?:sub)?commands$/i;
const TABLES = /(?:^|\s)(?:options|flags|arguments|args)$/i;

/** Whether the heading is one that clap itself puts over commands. */
export function isCommandsHeading(heading: string): boolean {
  return COMMANDS.test(heading);
}

/** Reads a section of commands: all rows begin at the section's least indentation. */
export function readCommandRows(section: Section): Row<Unit>[] {
  return readTable(section.lines, readCommand, () => false);
}

/**
 * Reads a section of flags and arguments, whatever its heading. Under a heading of the program's own only a table that
 * begins with a row is one, so that examples and prose do not count.
 */
export function readFlagRows(section: Section): Row<Unit>[] {
  const first = section.lines.find((line) => !isBlank(line) && line.indent > 0);
  const isTable = TABLES.test(section.heading) || (first !== undefined && readUnit(first.text) !== undefined);
  return isTable ? readTable(section.lines, readUnit, (line) => !line.text.startsWith('--')) : [];
}

function readUnit(text: string): ReadUnit | undefined {
  return readFlagOrArgs(text, GRAMMAR);
}

/** `shifts`: whether a row at the base shows that others stand further right by the width of a short form. */
function readTable(
  lines: readonly Line[],
  read: (text: string) => ReadUnit | undefined,
  shifts: (line: Line) => boolean,
): Row<Unit>[] {
  const candidates = lines.filter((line) => line.indent > 0 && read(line.text) !== undefined);
  const base = candidates.reduce((least, line) => Math.min(least, line.indent), Infinity);
  const shifted = candidates.some((line) => line.indent === base && shifts(line))
    ? base + SHORT_FORM_WIDTH
    : base;
  const mayBegin = (line: Line): boolean =>
    line.indent === base || (line.indent === shifted && line.text.startsWith('--'));
  return readRows(lines, { mayBegin, read, endsAtMargin: true });
}

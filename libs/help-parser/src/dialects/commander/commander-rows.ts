import { type AlignedRules, descriptionColumn, readAlignedRows } from '../../table/aligned-rows';
import { type FlagGrammar, readFlagSpec } from '../../table/flag-spec';
import type { Row } from '../../table/rows';
import type { Section } from '../../table/sections';
import type { Unit } from '../../table/unit-rows';
import { isBlank } from '../../text/line';

const GRAMMAR: FlagGrammar = { bareValues: false, equalsBinds: false };

// `name|alias [options] <arg> [more...]`, as commander prints it whatever the command's own usage says; `*` is the name of
// a command that takes any word.
const COMMAND = /^(\*|[\p{L}\p{N}_@$][^\s|<>[\]()]*(?:\|[^\s|<>[\]()]+)*)((?: (?:<[^<>]+>|\[[^[\]]+\]))*)$/u;
const PROSE_WORD = /^\p{Lu}|[.,:;!?]$/u;
const ARGUMENT = /^(?:<|\[)?([^\s<>[\]]+?)(\.\.\.)?(?:>|\])?$/;

const FLAG_ROWS: AlignedRules<Unit> = { read: readFlag };
const COMMAND_ROWS: AlignedRules<Unit> = { read: readCommandTerm };
const ARGUMENT_ROWS: AlignedRules<Unit> = { read: readArgument };

const ARGUMENTS = /^(?:positional )?arguments$/i;
const COMMANDS = /(?:^|\s)(?:sub)?commands$/i;
const OPTIONS = /(?:^|\s)(?:options|flags)$/i;
const NO_TABLE = /^(?:examples?|usage|notes?|see also|environment(?: variables)?|learn more|more info)\b/i;

/** The column in which all descriptions of a page begin, as its options show. */
export function pageColumn(sections: readonly Section[]): number | undefined {
  const options = sections.filter((section) => OPTIONS.test(section.heading));
  return descriptionColumn(
    options.flatMap((section) => section.lines),
    FLAG_ROWS,
  );
}

/** Reads a section by its heading; one of the program's own must keep to the page's column to be a table. */
export function readCommanderSection(section: Section, column: number | undefined): Row<Unit>[] {
  const { heading, lines } = section;
  if (heading === '' || NO_TABLE.test(heading)) return [];
  if (ARGUMENTS.test(heading)) return readAlignedRows(lines, ARGUMENT_ROWS);
  if (COMMANDS.test(heading)) return readAlignedRows(lines, COMMAND_ROWS);
  if (OPTIONS.test(heading)) return readAlignedRows(lines, FLAG_ROWS);
  const flags = readAlignedRows(lines, FLAG_ROWS);
  const own = descriptionColumn(lines, flags.length > 0 ? FLAG_ROWS : COMMAND_ROWS);
  // A group whose options have no descriptions shows no column.
  if (own === undefined) return flags.length === lines.filter((line) => !isBlank(line)).length ? flags : [];
  if (own !== column) return [];
  return flags.length > 0 ? flags : readAlignedRows(lines, COMMAND_ROWS);
}

function readFlag(left: string, split: boolean): Unit | undefined {
  const spec = left.startsWith('-') ? readFlagSpec(left, GRAMMAR) : undefined;
  return spec === undefined || (spec.rest !== '' && !split) ? undefined : { kind: 'flag', spec };
}

// Without a description behind it a word at the rows' indentation may as well be the end of the one above.
function readCommandTerm(left: string, split: boolean): Unit | undefined {
  const match = COMMAND.exec(left);
  return match === null || (!split && PROSE_WORD.test(left))
    ? undefined
    : { kind: 'command', names: (match[1] as string).split('|') };
}

function readArgument(left: string): Unit | undefined {
  const match = ARGUMENT.exec(left);
  if (match === null) return undefined;
  return {
    kind: 'args',
    args: [{ name: match[1] as string, required: true, variadic: match[2] !== undefined }],
  };
}

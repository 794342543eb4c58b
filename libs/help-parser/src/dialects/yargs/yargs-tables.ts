import { type FlagGrammar, readFlagSpec } from '../../table/flag-spec';
import type { Row } from '../../table/rows';
import type { Section } from '../../table/sections';
import type { Unit } from '../../table/unit-rows';
import type { Line } from '../../text/line';
import { type FoldedRow, foldRows } from './fold-rows';
import { REMARK_START } from './yargs-facts';

/** What a section of a page is a table of. */
export type TableKind = 'options' | 'positionals' | 'commands';

/** A table before its texts are joined. */
export interface YargsTable {
  readonly kind: TableKind;
  readonly rows: readonly FoldedRow[];
}

const GRAMMAR: FlagGrammar = { bareValues: false, equalsBinds: false };
const INDENT = 2;
// Options without a short form stand further right by the width of one.
const SHIFTED = INDENT + '-x, '.length;
const POSITIONALS = /^(?:positionals|arguments)$/i;
const COMMANDS = /commands$/i;
const NO_TABLE = /^examples?$/i;

/** Reads a section as a table; undefined when it is none. `program` is the word with which rows of commands begin. */
export function readYargsTable(
  { heading, lines }: Section,
  program: string | undefined,
): YargsTable | undefined {
  if (NO_TABLE.test(heading)) return undefined;
  const kind = tableKind(heading, lines, program);
  if (kind === undefined) return undefined;
  const rows = foldRows(lines, { begins: rowStart(kind, program), remark: REMARK_START });
  return rows.length > 0 ? { kind, rows } : undefined;
}

/** The first word of the rows of a section of commands, when they all begin with the same. */
export function commandProgram(sections: readonly Section[]): string | undefined {
  const section = sections.find(({ heading }) => COMMANDS.test(heading));
  const words = (section?.lines ?? []).filter((line) => line.indent === INDENT).map(firstWord);
  const [first] = words;
  return words.length === 1 || words.filter((word) => word === first).length > 1 ? first : undefined;
}

function tableKind(
  heading: string,
  lines: readonly Line[],
  program: string | undefined,
): TableKind | undefined {
  if (POSITIONALS.test(heading)) return 'positionals';
  const first = lines.find((line) => line.text !== '');
  if (first?.text.startsWith('-') === true && isOptionStart(first)) return 'options';
  const isCommands = COMMANDS.test(heading) || (first !== undefined && firstWord(first) === program);
  return isCommands && first?.indent === INDENT ? 'commands' : undefined;
}

function rowStart(kind: TableKind, program: string | undefined): (line: Line) => boolean {
  if (kind === 'options') return isOptionStart;
  return (line) =>
    line.indent === INDENT &&
    (kind === 'positionals' || program === undefined || firstWord(line) === program);
}

function isOptionStart(line: Line): boolean {
  return (line.indent === INDENT || line.indent === SHIFTED) && /^--?[^\s-]/.test(line.text);
}

function firstWord(line: Line): string {
  return line.text.split(' ', 1)[0] as string;
}

/** The row of an option: all its spellings, the short ones first since version 16. */
export function optionUnit(left: string): Unit | undefined {
  const spec = readFlagSpec(left, GRAMMAR);
  return spec === undefined ? undefined : { kind: 'flag', spec };
}

/** The row of a positional: its name and those that may be used in its place. */
export function positionalUnit(left: string, required: ReadonlySet<string>): Unit {
  const name = left.split(',', 1)[0] as string;
  return { kind: 'args', args: [{ name, required: required.has(name), variadic: false }] };
}

/** Pairs left cells with the texts on their right; a cell that cannot be read gives no row. */
export function toRows(
  table: YargsTable,
  text: (row: FoldedRow) => string,
  unit: (left: string) => Unit | undefined,
): Row<Unit>[] {
  return table.rows.flatMap((row) => {
    const read = unit(row.left);
    return read === undefined ? [] : [{ unit: read, description: text(row) }];
  });
}

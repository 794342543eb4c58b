import type { Section } from '../../table/sections';
import { isBlank, joinLines, type Line } from '../../text/line';
import type { ArgparseUsage } from './argparse-usage';
import { type Cells, type Columns, cutCells } from './columns';
import { bracedChoices, type Invocation, readInvocation } from './invocation';

/** A row of a page; `names` of a command are its name and its aliases. */
export type ArgparseUnit =
  | { readonly kind: 'option'; readonly invocation: Invocation }
  | { readonly kind: 'argument'; readonly name: string }
  | { readonly kind: 'command'; readonly names: readonly string[] };

/** A row with its description. */
export interface ArgparseRow {
  readonly unit: ArgparseUnit;
  readonly description: string;
}

/** What all sections of a page are read with. */
export interface PageFacts {
  readonly columns: Columns;
  readonly usage: ArgparseUsage;
  /** Whether the usage line was made by the library: then it names every option. */
  readonly isComplete: boolean;
}

interface Draft {
  readonly unit: ArgparseUnit;
  readonly indent: number;
  readonly column: number | undefined;
  readonly first: string;
  readonly body: Line[];
}

/** A line that may begin a row, with what is around it. */
interface Place {
  readonly line: Line;
  readonly cells: Cells;
  readonly next: Line | undefined;
  readonly heading: string;
  /** The argument row above, whose subcommands may follow. */
  readonly parent: Draft | undefined;
}

const INCREMENT = 2;
const COMMANDS = /\b(?:sub)?(?:commands?|parsers?|actions?)\b/i;
const ARGUMENTS = /^(?:required |optional |other )?(?:positional )?(?:arguments?|args|parameters|positionals)$/i;
const COMMAND = /^([\p{L}\p{N}][\p{L}\p{N}_.:+@-]*)(?: \(([^()]+)\))?$/u;
const SINGLE = /^\S+$/;

/** Reads the rows of a section. Text between rows belongs to the row above when it is indented further. */
export function readArgparseRows({ heading, lines }: Section, facts: PageFacts): ArgparseRow[] {
  const drafts: Draft[] = [];
  let parent: Draft | undefined;
  let current: Draft | undefined;
  lines.forEach((line, index) => {
    const cells = cutCells(line, facts.columns.help);
    const next = lines[index + 1];
    const mayBegin = !isBlank(line) && line.indent < (facts.columns.help ?? current?.column ?? Infinity);
    const unit = mayBegin ? readUnit({ line, cells, next, heading, parent }, facts) : undefined;
    if (unit !== undefined) {
      current = { unit, indent: line.indent, column: cells.column, first: cells.right, body: [] };
      drafts.push(current);
      if (unit.kind !== 'command') parent = unit.kind === 'argument' ? current : undefined;
    } else if (isBlank(line) || line.indent > (current?.indent ?? 0)) current?.body.push(line);
    else {
      current = undefined;
      parent = undefined;
    }
  });
  return drafts.map(toRow);
}

function readUnit(place: Place, facts: PageFacts): ArgparseUnit | undefined {
  const { line, cells, next } = place;
  const { base, help } = facts.columns;
  const isBelow = next !== undefined && !isBlank(next) && next.indent === help;
  const isAligned = help === undefined || cells.column === help;
  if (cells.right !== '' && !isAligned) return undefined;
  const isPlaced = line.indent === base || (line.indent <= base + 2 * INCREMENT && (isAligned || isBelow));
  const option = isPlaced ? readOption(cells.left, facts) : undefined;
  if (option !== undefined) return option;
  const isDescribed = (cells.right !== '' && isAligned) || isBelow;
  if (line.indent === base + INCREMENT) return readCommand(place, facts);
  return line.indent === base ? readArgument(place, { ...facts, isDescribed }) : undefined;
}

function readOption(left: string, { usage, isComplete }: PageFacts): ArgparseUnit | undefined {
  const invocation = readInvocation(left);
  if (invocation === undefined) return undefined;
  const known = invocation.names.some((name) => usage.mentions(name));
  const needsUsage = isComplete || !left.startsWith('-') || invocation.values.length > MOST_BARE_VALUES;
  return known || !needsUsage ? { kind: 'option', invocation } : undefined;
}

// A line of prose that begins with a flag has more words than a program gives a flag values.
const MOST_BARE_VALUES = 4;

function readCommand({ heading, cells, parent }: Place, { usage }: PageFacts): ArgparseUnit | undefined {
  // A program may suppress the row above its subcommands; then their heading or the usage tells.
  const isTable = parent !== undefined || (usage.rest !== undefined && COMMANDS.test(heading));
  return isTable ? toCommand(cells.left) : undefined;
}

function toCommand(left: string): ArgparseUnit | undefined {
  const match = COMMAND.exec(left);
  if (match === null) return undefined;
  return { kind: 'command', names: [match[1] as string, ...(match[2]?.split(/,\s*/) ?? [])] };
}

function readArgument(
  { heading, cells }: Place,
  { usage, isDescribed }: PageFacts & { isDescribed: boolean },
): ArgparseUnit | undefined {
  const { left } = cells;
  const isSingle = SINGLE.test(left);
  if (bracedChoices(left) !== undefined) return { kind: 'argument', name: left };
  if (ARGUMENTS.test(heading) && (isSingle || isDescribed)) return { kind: 'argument', name: left };
  if (usage.mentions(left) && (isSingle || isDescribed)) return { kind: 'argument', name: left };
  // Programs that drop the row above their subcommands may move these to its place.
  return COMMANDS.test(heading) && isDescribed ? toCommand(left) : undefined;
}

function toRow({ unit, first, body }: Draft): ArgparseRow {
  return { unit, description: [first, joinLines(body)].filter((part) => part !== '').join('\n') };
}

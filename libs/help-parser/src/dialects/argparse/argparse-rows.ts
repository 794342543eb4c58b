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
  /** Whether options of a group stand further right than others. */
  readonly hasNestedGroups?: true;
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
const ARGUMENTS =
  /^(?:required |optional |other )?(?:positional )?(?:arguments?|args|parameters|positionals)$/i;
const COMMAND = /^([\p{L}\p{N}][\p{L}\p{N}_.:+@-]*)(?: \(([^()]+)\))?$/u;
const SINGLE = /^\S+$/;

/** Reads the rows of a section. Text between rows belongs to the row above when it is indented further. */
export function readArgparseRows(section: Section, facts: PageFacts): ArgparseRow[] {
  const reader = new SectionReader(section.heading, facts);
  section.lines.forEach((line, index) => reader.read(line, section.lines[index + 1]));
  return reader.drafts.map(toRow);
}

class SectionReader {
  readonly drafts: Draft[] = [];
  private current: Draft | undefined;
  private parent: Draft | undefined;

  constructor(
    private readonly heading: string,
    private readonly facts: PageFacts,
  ) {}

  read(line: Line, next: Line | undefined): void {
    const unit = this.mayBegin(line) ? this.unitOf(line, next) : undefined;
    if (unit !== undefined) this.begin(unit, line);
    else if (isBlank(line) || line.indent > (this.current?.indent ?? 0)) this.current?.body.push(line);
    else this.current = this.parent = undefined;
  }

  private mayBegin(line: Line): boolean {
    const column = this.facts.columns.help ?? this.current?.column ?? Infinity;
    return !isBlank(line) && line.indent < column;
  }

  private unitOf(line: Line, next: Line | undefined): ArgparseUnit | undefined {
    const cells = cutCells(line, this.facts.columns.help);
    return readUnit({ line, cells, next, heading: this.heading, parent: this.parent }, this.facts);
  }

  private begin(unit: ArgparseUnit, line: Line): void {
    const { column, right } = cutCells(line, this.facts.columns.help);
    this.current = { unit, indent: line.indent, column, first: right, body: [] };
    this.drafts.push(this.current);
    if (unit.kind !== 'command') this.parent = unit.kind === 'argument' ? this.current : undefined;
  }
}

function readUnit(place: Place, facts: PageFacts): ArgparseUnit | undefined {
  const { line, cells } = place;
  const { base, help } = facts.columns;
  if (cells.right !== '' && help !== undefined && cells.column !== help) return undefined;
  const isDescribed = cells.right !== '' || isDescribedBelow(place, help);
  const option = isOptionPlace(line, isDescribed, facts) ? readOption(cells.left, facts) : undefined;
  if (option !== undefined) return option;
  if (line.indent === base + INCREMENT) return readCommand(place, facts);
  return line.indent === base ? readArgument(place, { ...facts, isDescribed }) : undefined;
}

function isDescribedBelow({ next }: Place, help: number | undefined): boolean {
  return next !== undefined && !isBlank(next) && next.indent === help;
}

function isOptionPlace({ indent }: Line, isDescribed: boolean, facts: PageFacts): boolean {
  const { base } = facts.columns;
  const deepest = facts.hasNestedGroups === true ? base + INCREMENT : base;
  return (indent >= base && indent <= deepest) || (isDescribed && indent <= base + 2 * INCREMENT);
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

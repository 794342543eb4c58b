import type { ArgSpec } from '../../table/arg-spec';
import { readArgSpecs } from '../../table/arg-spec';
import { readCommandNames } from '../../table/command-names';
import { type FlagGrammar, type FlagSpec, readFlagSpec } from '../../table/flag-spec';
import type { Section } from '../../table/sections';
import { isBlank, joinLines, leastIndent, type Line } from '../../text/line';

/** A row of a page of picocli. */
export type PicocliUnit =
  | { readonly kind: 'option'; readonly spec: FlagSpec; readonly isMarked: boolean }
  | { readonly kind: 'argument'; readonly arg: ArgSpec }
  | { readonly kind: 'command'; readonly names: readonly string[] };

/** A row with its description. */
export interface PicocliRow {
  readonly unit: PicocliUnit;
  readonly description: string;
}

interface Cells {
  readonly left: string;
  readonly right: string;
}

const GRAMMAR: FlagGrammar = { bareValues: true, equalsBinds: false };
const DEEPEST = 8;
const GAP = / {2,}/;
const COMMANDS = /\b(?:sub)?commands?\b/i;
const ARGUMENTS = /\b(?:parameters?|arguments?|args|positionals?)$/i;
// One character before a row marks what must be given.
const MARK = /^([^\s\w<[/-]) +(?=[-/<[])/;
const NUMBER = /^\d+$/;
const BARE_ARGUMENT = /^([A-Z][A-Z0-9_-]*)(\.\.\.)?$/;

/** The column of all descriptions of options: the one that most of them share. */
export function measureHelpColumn(lines: readonly Line[]): number | undefined {
  const counts = new Map<number, number>();
  lines.forEach((line, index) => {
    const { text, indent } = withoutMark(line);
    if (!text.startsWith('-') || indent > DEEPEST) return;
    const gap = GAP.exec(text);
    const next = lines[index + 1];
    const below = next === undefined || isBlank(next) || next.indent <= indent ? undefined : next.indent;
    const column = gap === null ? below : indent + gap.index + gap[0].length;
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
  });
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0];
}

function withoutMark(line: Line): Line & { readonly isMarked: boolean } {
  const mark = MARK.exec(line.text);
  if (mark === null) return { ...line, isMarked: false };
  const { length } = mark[0];
  return { indent: line.indent + length, text: line.text.slice(length), isMarked: true };
}

/** Reads a section. Without a heading over them, options and arguments follow the description of the command. */
export function readPicocliRows(section: Section, help: number | undefined): PicocliRow[] {
  const rows = COMMANDS.test(section.heading) ? [] : readOptions(section, help);
  return rows.length > 0 ? rows : readCommands(section);
}

function readOptions({ heading, lines }: Section, help: number | undefined): PicocliRow[] {
  const drafts: { unit: PicocliUnit; first: string; body: Line[] }[] = [];
  let isOpen = false;
  lines.forEach((line, index) => {
    const isRight = help !== undefined && line.indent >= help;
    const read = isRight || isBlank(line) ? undefined : readRow(line, lines[index + 1], { heading, help });
    if (read !== undefined) drafts.push({ ...read, body: [] });
    else if (isRight && isOpen) drafts.at(-1)?.body.push(line);
    isOpen = read !== undefined || (isOpen && isRight);
  });
  return drafts.map(({ unit, first, body }) => ({ unit, description: describe(first, body) }));
}

interface Layout {
  readonly heading: string;
  readonly help: number | undefined;
}

function readRow(
  line: Line,
  next: Line | undefined,
  layout: Layout,
): { unit: PicocliUnit; first: string } | undefined {
  const bare = withoutMark(line);
  if (bare.indent === 0 || bare.indent > DEEPEST) return undefined;
  const cells = cut(bare, layout.help);
  const isBelow = next !== undefined && !isBlank(next) && next.indent === layout.help;
  if (cells === undefined) return undefined;
  const unit =
    readOption(cells.left, bare.isMarked) ?? readArgument(cells, isBelow || cells.right !== '', layout);
  return unit && { unit, first: cells.right };
}

// A left side that fills its column leaves one blank before the description.
function cut({ indent, text }: Line, help: number | undefined): Cells | undefined {
  const at = (help ?? 0) - indent;
  if (at > 1 && text[at - 1] === ' ' && text[at] !== undefined && text[at] !== ' ')
    return { left: text.slice(0, at).trim(), right: text.slice(at) };
  return GAP.test(text) ? undefined : { left: text, right: '' };
}

function readOption(left: string, isMarked: boolean): PicocliUnit | undefined {
  // A slash may begin an option as well.
  const dashed = left.replace(/^\/(?=[\p{L}])/u, '-').replaceAll(/, \/(?=[\p{L}])/gu, ', -');
  if (!dashed.startsWith('-')) return undefined;
  const spec = readFlagSpec(dashed, GRAMMAR);
  if (spec === undefined || spec.rest !== '') return undefined;
  const slashed = new Set(
    Array.from(left.matchAll(/(?:^|, )\/(\S+?)(?=[,\s=]|$)/g), (match) => `-${match[1]}`),
  );
  const names = spec.names.map((name) => (slashed.has(name) ? `/${name.slice(1)}` : name));
  return { kind: 'option', spec: { ...spec, names }, isMarked };
}

function readArgument({ left }: Cells, isDescribed: boolean, { heading }: Layout): PicocliUnit | undefined {
  if (left.startsWith('[@<')) return undefined;
  const bare = BARE_ARGUMENT.exec(left);
  if (bare !== null && (isDescribed || ARGUMENTS.test(heading)))
    return toArgument({ name: bare[1] as string, required: true, variadic: bare[2] !== undefined });
  const read = /^[<[]/.test(left) ? readArgSpecs(left) : undefined;
  return read?.rest === '' && read.args.length === 1 ? toArgument(read.args[0] as ArgSpec) : undefined;
}

function toArgument(arg: ArgSpec): PicocliUnit {
  return { kind: 'argument', arg };
}

// Every row of a list of commands begins at the same column; exit codes are lists as well.
function readCommands({ heading, lines }: Section): PicocliRow[] {
  if (heading === '') return [];
  const end = lines.findIndex((line, index) => index > 0 && !isBlank(line) && line.indent === 0);
  const list = lines.slice(0, end < 0 ? undefined : end);
  const base = leastIndent(list.filter((line) => line.indent > 0));
  const drafts: { names: readonly string[]; first: string; body: Line[] }[] = [];
  for (const line of list) {
    const read = line.indent === base ? readCommandNames(line.text) : undefined;
    if (read !== undefined && !NUMBER.test(read.names[0] as string))
      drafts.push({ names: read.names, first: read.rest, body: [] });
    else if (line.indent > base) drafts.at(-1)?.body.push(line);
  }
  const isList = COMMANDS.test(heading) || drafts.every(({ first }) => first !== '');
  return isList
    ? drafts.map(({ names, first, body }) => ({
        unit: { kind: 'command', names },
        description: describe(first, body),
      }))
    : [];
}

function describe(first: string, body: readonly Line[]): string {
  return [first, joinLines(body)].filter((part) => part !== '').join('\n');
}

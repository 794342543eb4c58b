import type { HelpPage, PageContext } from '../../page';
import { readAlignedRows } from '../../table/aligned-rows';
import { type FlagGrammar, readFlagSpec } from '../../table/flag-spec';
import type { Row } from '../../table/rows';
import { type HeadingPlace, type Section, splitSections } from '../../table/sections';
import { toRecords, type Unit } from '../../table/unit-rows';
import { isBlank, joinLines, type Line } from '../../text/line';
import type { UsageBlock } from '../../usage/usage-block';
import { assemblePage } from '../assemble-page';
import type { HelpDocument } from '../dialect';

const GRAMMAR: FlagGrammar = { bareValues: false, equalsBinds: false };
// Values are written as numbers.
const VALUE = /(?<= )#\d+/g;
const HEADING = /^(?:━━━ )?(Usage|Options|Details|Examples|.* commands)(?: ━+|:)?$/;
const CALL = /^\$ (\S.*)$/;
// The program's label and version.
const BANNER = /^(?:━━━ )?(.*) - v?\d+\.\d+\.\S+(?: ━+)?$/m;
const COMMAND_INDENT = 2;
const LITERAL = /^[^\s<>[\]-][^\s<>[\]]*$/;
// An executable that was not told its name is shown by its path.
const EXECUTABLE = /^(?:\S*\/node )?\S*\//;

/** Reads a page of clipanion: the list of all commands, or one command. */
export function parseClipanionPage({ lines }: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const sections = splitSections(lines, isHeading);
  const usage = usageBlock(lines);
  const rows = sections.flatMap((section) => readSection(section, context.path));
  const about = joinLines((sections[0]?.lines ?? []).filter((line) => !CALL.test(line.text))).replace(
    BANNER,
    '$1',
  );
  return assemblePage(
    { lines, ...(usage !== undefined && { usage }) },
    { about, ...toRecords(rows) },
    context,
  );
}

function isHeading({ line }: HeadingPlace): boolean {
  return line.indent === 0 && HEADING.test(line.text);
}

function readSection({ heading, lines }: Section, path: readonly string[]): Row<Unit>[] {
  const title = HEADING.exec(heading)?.[1] ?? '';
  if (title === 'Options') return readAlignedRows(lines, { read: readFlag });
  return title.endsWith(' commands') ? readCommands(lines, path) : [];
}

function readFlag(left: string): Unit | undefined {
  const spec = left.startsWith('-') ? readFlagSpec(left.replaceAll(VALUE, '<$&>'), GRAMMAR) : undefined;
  return spec === undefined || spec.rest !== '' ? undefined : { kind: 'flag', spec };
}

/**
 * All commands are listed with their whole usage, `program parent name [--flag] <argument>`, and their description below. What
 * counts is the word behind the path; the description is its own only when no other word follows.
 */
function readCommands(lines: readonly Line[], path: readonly string[]): Row<Unit>[] {
  const rows: { names: string[]; body: Line[] }[] = [];
  for (const line of lines) {
    if (line.indent === COMMAND_INDENT) rows.push({ names: commandWords(line.text), body: [] });
    else if (line.indent > COMMAND_INDENT) rows.at(-1)?.body.push(line);
  }
  const below = rows.filter(({ names }) => path.every((token, index) => names[index] === token));
  const own = [...below].sort((a, b) => a.names.length - b.names.length);
  const order = new Set(below.map(({ names }) => names[path.length]));
  return Array.from(order).flatMap((name) => {
    const first = own.find(({ names }) => names[path.length] === name);
    if (name === undefined || first === undefined) return [];
    const description = first.names.length === path.length + 1 ? joinLines(first.body) : '';
    return [{ unit: { kind: 'command' as const, names: [name] }, description }];
  });
}

function commandWords(usage: string): string[] {
  const words = usage.split(/\s+/).slice(1);
  const end = words.findIndex((word) => !LITERAL.test(word) || word === '...');
  return end < 0 ? words : words.slice(0, end);
}

function usageBlock(lines: readonly Line[]): UsageBlock | undefined {
  const start = lines.findIndex((line) => line.indent <= COMMAND_INDENT && CALL.test(line.text));
  const call = CALL.exec(lines[start]?.text ?? '')?.[1]?.replace(EXECUTABLE, '');
  if (call === undefined) return undefined;
  const end = lines.slice(start).findIndex(isBlank);
  return { start, end: end < 0 ? lines.length : start + end, lines: [call], forms: [call] };
}

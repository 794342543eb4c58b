import type { SnapshotArg, SnapshotFlag } from '@fixpoint/surface-formats';
import { appendNote, readArg } from './arg-line';
import { readFlag } from './flag-line';
import type { ListedCommandReader } from './reference-form';
import { splitRow } from './row';
import { asciiLower, isIndented, stripEnd, trim } from './text';

type Section = 'commands' | 'options' | 'args';

const HEADERS: ReadonlyMap<string, Section> = new Map([
  ['commands', 'commands'],
  ['subcommands', 'commands'],
  ['options', 'options'],
  ['flags', 'options'],
  ['arguments', 'args'],
]);

/** What the sections of a page list, in page order, duplicates included. */
export interface PageBody {
  readonly subcommands: readonly string[];
  readonly flags: readonly SnapshotFlag[];
  readonly args: readonly SnapshotArg[];
}

/** Whether a trimmed line is one of the known headers; neither a colon nor its indentation matters. */
export function isSectionHeader(trimmed: string): boolean {
  return sectionOf(trimmed) !== undefined;
}

/** Reads the sections of a page (parity contract §2.5). Blank lines and unknown headings do not end a section. */
export function readSections(lines: readonly string[], listedCommand: ListedCommandReader): PageBody {
  const body = { subcommands: [] as string[], flags: [] as SnapshotFlag[], args: [] as SnapshotArg[] };
  const readers: Readonly<Record<Section, (line: string) => void>> = {
    commands: (line) => pushFound(body.subcommands, readListedCommand(line, listedCommand)),
    options: (line) => pushFound(body.flags, readFlag(line)),
    args: (line) => addArgLine(body.args, line),
  };
  let section: Section | undefined;
  for (const line of lines) {
    const text = trim(line);
    if (text === '') continue;
    const opened = sectionOf(text);
    if (opened !== undefined) section = opened;
    else if (section !== undefined) readers[section](line);
  }
  return body;
}

function sectionOf(trimmed: string): Section | undefined {
  return HEADERS.get(asciiLower(stripEnd(trimmed, ':')));
}

function readListedCommand(line: string, listedCommand: ListedCommandReader): string | undefined {
  if (!isIndented(line)) return undefined;
  const row = splitRow(line);
  return row.head.startsWith('-') ? undefined : listedCommand(row);
}

// A line that is no argument of its own belongs to the description of the one before it.
function addArgLine(args: SnapshotArg[], line: string): void {
  const arg = readArg(line);
  const last = args.at(-1);
  if (arg !== undefined) args.push(arg);
  else if (last !== undefined) args[args.length - 1] = appendNote(last, trim(line));
}

function pushFound<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) list.push(item);
}

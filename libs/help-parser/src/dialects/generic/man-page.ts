import { readLooseCommand } from '../../table/loose-command';
import { readLooseSpec } from '../../table/loose-spec';
import { readRows, type Row } from '../../table/rows';
import { type Section, splitSections } from '../../table/sections';
import type { ReadUnit, Unit } from '../../table/unit-rows';
import { isBlank, type Line } from '../../text/line';

const HEADING = /^\p{Lu}[\p{Lu}\p{N} /_-]*$/u;
const COMMANDS = /\b(?:SUB)?COMMANDS?$|^GROUPS$/;
const NO_TABLE =
  /^(?:NAME|SYNOPSIS|EXAMPLES?|SEE ALSO|ENVIRONMENT|FILES|NOTES|AUTHORS?|BUGS|EXIT (?:STATUS|CODES?)|COPYRIGHT|HISTORY)$/;

/** Whether a page is laid out as a manual page: headings in capitals at the margin, the first of them NAME. */
export function isManPage(lines: readonly Line[]): boolean {
  const headings = lines
    .filter((line) => line.indent === 0 && HEADING.test(line.text))
    .map((line) => line.text);
  return headings[0] === 'NAME' && (headings.includes('SYNOPSIS') || headings.includes('DESCRIPTION'));
}

/** Reads the rows of a manual page: a row stands alone behind a gap, its description below it and further right. */
export function readManPage(lines: readonly Line[], lead: readonly string[]): Row<Unit>[] {
  const sections = splitSections(lines, ({ line }) => line.indent === 0 && HEADING.test(line.text));
  return sections.flatMap((section) => readManSection(section, lead));
}

function readManSection({ heading, lines }: Section, lead: readonly string[]): Row<Unit>[] {
  if (NO_TABLE.test(heading)) return [];
  const read = COMMANDS.test(heading) ? (text: string) => readEither(text, lead) : readFlag;
  const starts = rowStarts(lines, read);
  return readRows(lines, { mayBegin: (line) => starts.has(line), read, endsAtMargin: false });
}

function rowStarts(lines: readonly Line[], read: (text: string) => ReadUnit | undefined): ReadonlySet<Line> {
  const starts = new Set<Line>();
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const isAlone =
      before === undefined || isBlank(before) || starts.has(before) || isSubheading(lines, index - 1);
    if (isBlank(line) || !isAlone) return;
    const next = lines.slice(index + 1, index + 3).find((other) => !isBlank(other));
    const unit = read(line.text);
    const isRow =
      unit !== undefined &&
      (unit.rest !== '' || (next?.indent ?? 0) > line.indent || unit.unit.kind === 'flag');
    if (isRow) starts.add(line);
  });
  return starts;
}

// A line of its own behind a gap, less indented than the row below it.
function isSubheading(lines: readonly Line[], index: number): boolean {
  const [before, line, next] = [lines[index - 1], lines[index] as Line, lines[index + 1] as Line];
  return (before === undefined || isBlank(before)) && line.indent < next.indent && !line.text.startsWith('-');
}

function readEither(text: string, lead: readonly string[]): ReadUnit | undefined {
  const flag = readFlag(text);
  if (flag !== undefined) return flag;
  const command = readLooseCommand(text, lead);
  return command && { unit: { kind: 'command', names: command.names }, rest: command.rest };
}

// A line of prose may begin with a flag; a row has nothing behind its spellings, or a gap.
function readFlag(text: string): ReadUnit | undefined {
  const spec = text.startsWith('-') ? readLooseSpec(text) : undefined;
  if (spec === undefined || (spec.rest !== '' && !/(?: {2,}|; | or [A-Z])\S/.test(text))) return undefined;
  return { unit: { kind: 'flag', spec }, rest: spec.rest };
}

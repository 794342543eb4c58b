import type { FlagSpec } from '../../table/flag-spec';
import { readCommandList, readLooseCommand } from '../../table/loose-command';
import { readLooseSpec } from '../../table/loose-spec';
import { readRows, type Row, type RowRules } from '../../table/rows';
import type { Section } from '../../table/sections';
import { readFlagOrArgs, type ReadUnit, type Unit } from '../../table/unit-rows';
import { isBlank, leastIndent, type Line } from '../../text/line';
import { kindOf, type SectionKind } from './headings';

/** What the sections of a page are read with. */
export interface SectionRules {
  /** Program and path, which rows of commands may repeat. */
  readonly lead: readonly string[];
  /** Whether all rows of flags stand at the same indentation. */
  readonly alignedFlags?: boolean;
  /** Completes what is read of a flag by what the grammar knows of values. */
  readonly completeFlag?: (spec: FlagSpec) => FlagSpec;
}

// Rows without a short form stand further right by its width, in most tables by 4 columns, in some by 5 or 6.
const SHORT_FORM_WIDTH = 6;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}_.+@-]*[:*]?$/u;
const BARE_ARGUMENT = /^([A-Za-z][\w.-]*)(\.\.\.)?(?:$| {2,}(.*)$)/;
const FLAG_START = /^(?:-|\[-|\{-|\[!\] ?-)/;
const ARGUMENT_GRAMMAR = { bareValues: true, equalsBinds: false };

/** Reads the rows of all sections of a page. */
export function readSections(sections: readonly Section[], rules: SectionRules): Row<Unit>[] {
  const { completeFlag } = rules;
  const rows = readAll(sections, rules);
  if (completeFlag === undefined) return rows;
  return rows.map((row) =>
    row.unit.kind === 'flag' ? { ...row, unit: { kind: 'flag', spec: completeFlag(row.unit.spec) } } : row,
  );
}

function readAll(sections: readonly Section[], rules: SectionRules): Row<Unit>[] {
  const rows: Row<Unit>[] = [];
  let announced = false;
  for (const section of sections) {
    const kind = kindOf(section.heading);
    const read = readSection(section, announced && kind === 'unknown' ? 'commands' : kind, rules);
    rows.push(...read);
    // "These are the commands:" with nothing below it but headings of groups.
    if (kind !== 'unknown') announced = kind === 'commands' && !section.lines.some((line) => line.indent > 0);
  }
  return rows;
}

function readSection({ lines }: Section, kind: SectionKind, rules: SectionRules): Row<Unit>[] {
  if (kind === 'none') return [];
  const base = leastIndent(lines.filter((line) => line.indent > 0));
  if (kind === 'commands') {
    const listed = readCommandList(
      lines.filter((line) => line.indent === base && base > 0).map((line) => line.text),
    );
    if (listed.length > 0)
      return listed.map((name) => ({ unit: { kind: 'command', names: [name] }, description: '' }));
    const columns = descriptionColumns(lines, base);
    const read = (text: string): ReadUnit | undefined =>
      readUnit(text) ?? readCommandRow(text, rules.lead) ?? readNarrowRow(text, columns);
    return readRows(lines, { mayBegin: commandRows(lines, base, rules), read, endsAtMargin: false });
  }
  if (kind === 'arguments')
    return readRows(lines, {
      mayBegin: (line) => line.indent === base,
      read: (text) => readUnit(text) ?? readArgument(text),
      endsAtMargin: true,
    });
  return readRows(lines, { mayBegin: flagRows(lines, rules), read: readUnit, endsAtMargin: false });
}

function commandRows(lines: readonly Line[], base: number, rules: SectionRules): RowRules<Unit>['mayBegin'] {
  const flags = flagRows(lines, rules);
  return (line, column) => (FLAG_START.test(line.text) ? flags(line, column) : line.indent === base);
}

// Tables may be aligned to the right; then the description on the line above shows where a left side can stand.
function flagRows(lines: readonly Line[], { alignedFlags }: SectionRules): RowRules<Unit>['mayBegin'] {
  const base = leastIndent(lines.filter((line) => !isBlank(line) && readUnit(line.text) !== undefined));
  if (alignedFlags === true) return (line) => line.indent === base;
  return (line, column) =>
    line.indent >= base && (column !== undefined || line.indent <= base + SHORT_FORM_WIDTH);
}

function readUnit(text: string): ReadUnit | undefined {
  if (!FLAG_START.test(text)) return undefined;
  const spec = readLooseSpec(text);
  return spec && { unit: { kind: 'flag', spec }, rest: spec.rest };
}

function readCommandRow(text: string, lead: readonly string[]): ReadUnit | undefined {
  const command = readLooseCommand(text, lead);
  return (
    command && {
      unit: { kind: 'command', names: command.names },
      rest: command.words.length > 0 ? '' : command.rest,
    }
  );
}

// The longest name may leave one blank before its description, which then begins where the others do.
function readNarrowRow(text: string, columns: ReadonlySet<number>): ReadUnit | undefined {
  const [name = ''] = text.split(' ', 1);
  if (!columns.has(name.length + 1) || !NAME.test(name)) return undefined;
  return { unit: { kind: 'command', names: [name.replace(/[:*]$/, '')] }, rest: text.slice(name.length + 1) };
}

function descriptionColumns(lines: readonly Line[], base: number): ReadonlySet<number> {
  const gaps = lines
    .filter((line) => line.indent === base)
    .map((line) => /^\S+ {2,}(?=\S)/.exec(line.text)?.[0].length);
  return new Set(gaps.filter((gap) => gap !== undefined));
}

function readArgument(text: string): ReadUnit | undefined {
  const bare = BARE_ARGUMENT.exec(text);
  if (bare === null) return readFlagOrArgs(text, ARGUMENT_GRAMMAR);
  const arg = { name: bare[1] as string, required: true, variadic: bare[2] !== undefined };
  return { unit: { kind: 'args', args: [arg] }, rest: bare[3] ?? '' };
}

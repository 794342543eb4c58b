import type { SnapshotArg } from '@fixpoint/surface-formats';
import type { HelpPage, PageContext } from '../../page';
import { withoutRepeats } from '../../table/records';
import { type HeadingPlace, splitSections } from '../../table/sections';
import { joinLines } from '../../text/line';
import { readForm } from '../../usage/usage-path';
import { assemblePage, textBeforeUsage } from '../assemble-page';
import type { HelpDocument } from '../dialect';
import { isRequired, toClickArg, toClickCommand, toClickFlag } from './click-records';
import type { ClickRow } from './click-row';
import { readClickUsage } from './click-usage';
import { readPanel } from './panel-rows';
import { findPanels } from './panels';
import { readPlainTable } from './plain-tables';

/** Reads a page of click or typer, its tables plain or in boxes. */
export function parseClickPage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const { panels, outside } = findPanels(document.lines.slice(document.usage?.end ?? 0));
  const sections = splitSections(outside, isHeading);
  const rows = [...sections.flatMap(readPlainTable), ...panels.flatMap(readPanel)];
  const subcommands = rows.flatMap((row) => (row.kind === 'command' ? [toClickCommand(row)] : []));
  const flags = rows.flatMap((row) => (row.kind === 'option' ? [toClickFlag(row)] : []));
  const page = assemblePage(
    document,
    {
      about: textBeforeUsage(document) || joinLines(sections[0]?.lines ?? []),
      subcommands: withoutRepeats(subcommands, (command) => command.name),
      flags: withoutRepeats(flags, (flag) => flag.long ?? flag.short),
      args: [],
    },
    context,
  );
  return { ...page, args: readArgs(document, context, rows) };
}

function isHeading({ line, next }: HeadingPlace): boolean {
  return line.indent === 0 && line.text.endsWith(':') && next !== undefined && next.indent > 0;
}

function readArgs(document: HelpDocument, context: PageContext, rows: readonly ClickRow[]): SnapshotArg[] {
  const form = document.usage?.forms[0];
  const hasCommands = rows.some((row) => row.kind === 'command');
  const used = form === undefined ? [] : readClickUsage(readForm(form, context).rest, hasCommands);
  const own = rows.flatMap((row) => (row.kind === 'argument' ? [row] : []));
  const marked = own.some(isRequired);
  const listed = own.map((row) =>
    toClickArg(
      row,
      used.find((arg) => isNamed(arg, row)),
      marked,
    ),
  );
  const known = new Set(listed.map((arg) => arg.name));
  return withoutRepeats([...listed, ...used.filter((arg) => !known.has(arg.name))], (arg) => arg.name);
}

// The usage has the name in capitals or the value's own name.
function isNamed(arg: SnapshotArg, row: Extract<ClickRow, { kind: 'argument' }>): boolean {
  const name = arg.name.toUpperCase();
  return (
    name === row.name.toUpperCase() ||
    (row.metavar !== '' && row.metavar.replace(/^\[|\]?(?:\.\.\.)?$/g, '').toUpperCase() === name)
  );
}

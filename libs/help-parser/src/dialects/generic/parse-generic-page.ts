import type { HelpPage, PageContext } from '../../page';
import { type Section, splitSections } from '../../table/sections';
import { toRecords } from '../../table/unit-rows';
import { joinLines } from '../../text/line';
import { ownForms, usageCommands } from '../../usage/usage-commands';
import { addUsageFlags } from '../../usage/usage-flags';
import { assemblePage, textBeforeUsage } from '../assemble-page';
import type { HelpDocument } from '../dialect';
import { readSections, type SectionRules } from './generic-rows';
import { isGenericHeading } from './headings';

/** What a grammar adds to the reading of tables. */
export interface TableRules extends Omit<SectionRules, 'lead'> {
  /** Whether flags that only the usage shows are taken from there. */
  readonly usageFlags: boolean;
  /** Whether usage lines may stand in place of a table of subcommands. */
  readonly usageCommands?: boolean;
}

/** Reads any page with indented tables; flags that only the usage shows are taken from there. */
export function parseGenericPage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  return parseTables(document, context, { usageFlags: true });
}

/** Reads the tables of a page and its usage block. */
export function parseTables(
  document: HelpDocument,
  context: PageContext,
  rules: TableRules,
): Omit<HelpPage, 'dialect'> {
  const { about, ...listed } = readTables(document, context, rules);
  const forms = document.usage?.forms ?? [];
  const isShown = (rules.usageCommands === true || isTerse(document)) && listed.subcommands.length === 0;
  const shown = isShown ? usageCommands(forms, context) : [];
  const subcommands = [...listed.subcommands, ...shown.map((name) => ({ name, aliases: [] }))];
  const page = assemblePage(document, { about, ...listed, subcommands }, context);
  if (!rules.usageFlags) return page;
  const names = subcommands.map((command) => command.name);
  return { ...page, flags: addUsageFlags(page.flags, ownForms(forms, context, names)) };
}

function readTables(
  document: HelpDocument,
  context: PageContext,
  rules: TableRules,
): Pick<HelpPage, 'subcommands' | 'flags' | 'args'> & { about: string } {
  const { lines, usage } = document;
  const before = splitSections(lines.slice(0, usage?.start ?? 0), isGenericHeading);
  const behind = splitSections(lines.slice(usage?.end ?? 0), isGenericHeading);
  const lead = [...(context.program?.split(/\s+/) ?? []), ...context.path];
  const rows = readSections([...before, ...behind], { ...rules, lead });
  return { ...toRecords(rows), about: textBeforeUsage(document) || textBeforeRows(behind[0]) };
}

function textBeforeRows(section: Section | undefined): string {
  const lines = section?.lines ?? [];
  const firstRow = lines.findIndex((line) => line.text.startsWith('-'));
  return joinLines(firstRow < 0 ? lines : lines.slice(0, firstRow));
}

// Programs that print `usage:` in small letters write their usage by hand, and often have no table.
function isTerse({ usage, lines }: HelpDocument): boolean {
  return usage !== undefined && (lines[usage.start]?.text ?? '').startsWith('usage:');
}

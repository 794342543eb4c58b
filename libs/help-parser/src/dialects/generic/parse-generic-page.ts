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
  { usageFlags, usageCommands: hasUsageCommands = false, ...sectionRules }: TableRules,
): Omit<HelpPage, 'dialect'> {
  const [before, behind] = sectionsOf(document);
  const rules = { ...sectionRules, lead: [...(context.program?.split(/\s+/) ?? []), ...context.path] };
  const records = toRecords(readSections([...before, ...behind], rules));
  const forms = document.usage?.forms ?? [];
  const readsUsage = (hasUsageCommands || isTerse(document)) && records.subcommands.length === 0;
  const shown = readsUsage ? usageCommands(forms, context) : [];
  const subcommands = [...records.subcommands, ...shown.map((name) => ({ name, aliases: [] }))];
  const about = textBeforeUsage(document) || textBeforeRows(behind[0]);
  const page = assemblePage(document, { about, ...records, subcommands }, context);
  if (!usageFlags) return page;
  const names = subcommands.map((command) => command.name);
  return { ...page, flags: addUsageFlags(page.flags, ownForms(forms, context, names)) };
}

// What stands before the usage block and what stands behind it; all is behind where there is none.
function sectionsOf({ lines, usage }: HelpDocument): [before: Section[], behind: Section[]] {
  return [
    splitSections(lines.slice(0, usage?.start ?? 0), isGenericHeading),
    splitSections(lines.slice(usage?.end ?? 0), isGenericHeading),
  ];
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

import type { HelpPage, PageContext } from '../../page';
import { type Section, splitSections } from '../../table/sections';
import { toRecords } from '../../table/unit-rows';
import { joinLines } from '../../text/line';
import { assemblePage, textBeforeUsage } from '../assemble-page';
import type { HelpDocument } from '../dialect';
import { type ClapTables, isClapHeading, readClapSections } from './clap-sections';
import { namedOpposites } from './named-opposites';

/** Reads a page of clap. */
export function parseClapPage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const { about, tables } = readBody(document);
  const { rows, ...heading } = tables;
  const page = assemblePage(document, { about, ...toRecords(rows), ...heading }, context);
  return { ...page, flags: [...page.flags, ...namedOpposites(page.flags)] };
}

function readBody(document: HelpDocument): { about: string; tables: ClapTables } {
  const { lines, usage } = document;
  const forms = usage?.forms ?? [];
  const behind = splitSections(lines.slice(usage?.end ?? 0), isClapHeading);
  const tables = readClapSections(behind, forms);
  if (tables.rows.length === 0 && usage !== undefined) {
    // A template of the program's own may put the usage last.
    const before = splitSections(lines.slice(0, usage.start), isClapHeading);
    const earlier = readClapSections(before, forms);
    if (earlier.rows.length > 0) return { about: looseText(before), tables: earlier };
  }
  return { about: textBeforeUsage(document) || looseText(behind), tables };
}

// Text above the first heading; indented lines there are a table or the end of something else.
function looseText(sections: readonly Section[]): string {
  return joinLines((sections[0]?.lines ?? []).filter((line) => line.indent === 0));
}

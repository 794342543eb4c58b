import type { HelpPage, PageContext } from '../../page';
import { type HeadingPlace, type Section, splitSections } from '../../table/sections';
import { toRecords } from '../../table/unit-rows';
import { joinLines, type Line } from '../../text/line';
import { assemblePage, textBeforeUsage } from '../assemble-page';
import type { HelpDocument } from '../dialect';
import { readCommanderFacts } from './commander-facts';
import { pageColumn, readCommanderSection } from './commander-rows';

const LONGEST_HEADING = 60;

/** Reads a page of commander. */
export function parseCommanderPage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const { lines, usage } = document;
  const margin = usage === undefined ? 0 : (lines[usage.start] as Line).indent;
  const body = lines.slice(usage?.end ?? 0);
  const sections = splitSections(body, (place) => isHeading(place, margin));
  const column = pageColumn(sections);
  const tables = sections.map((section) => readCommanderSection(section, column));
  const about =
    aboutText(
      sections,
      tables.findIndex((rows) => rows.length > 0),
    ) || textBeforeUsage(document);
  return assemblePage(document, { about, ...toRecords(tables.flat(), readCommanderFacts) }, context);
}

// Version 2 indents the page once it is printed by the program itself, headings and usage alike.
function isHeading({ line, afterGap, next }: HeadingPlace, margin: number): boolean {
  if (line.indent !== margin || !afterGap || next === undefined || next.indent <= margin) return false;
  return line.text.length <= LONGEST_HEADING && /^\p{L}.*:$/u.test(line.text) && !line.text.includes('  ');
}

// What stands between the usage and the first table, headings of the program's own included.
function aboutText(sections: readonly Section[], firstTable: number): string {
  const before = sections.slice(0, firstTable < 0 ? 1 : firstTable);
  return joinLines(
    before.flatMap(({ heading, lines }) =>
      heading === '' ? lines : [{ indent: 0, text: `${heading}:` }, ...lines],
    ),
  );
}

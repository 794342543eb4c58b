import type { HelpPage, PageContext } from '../../page';
import { type HeadingPlace, type Section, splitSections } from '../../table/sections';
import { joinLines, type Line } from '../../text/line';
import { readFlags, readListed } from '../argparse/argparse-records';
import { readArgparseRows } from '../argparse/argparse-rows';
import { NO_USAGE } from '../argparse/argparse-usage';
import { type Columns, measureColumns } from '../argparse/columns';
import { assemblePage, textBeforeUsage } from '../assemble-page';
import type { HelpDocument } from '../dialect';

const UNDERLINE = /^(?:=+|-+)$/;
// Groups stand inside the section of all options.
const DEEPEST_HEADING = 2;

/** Reads a page of optparse, whose rows are those of argparse; arguments stand in the usage line only. */
export function parseOptparsePage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const lines = document.lines.slice(document.usage?.end ?? 0);
  const columns = measureColumns(lines);
  const sections = splitSections(lines, (place) => isHeading(place, columns));
  const facts = { columns, usage: NO_USAGE, isComplete: false, hasNestedGroups: true } as const;
  const rows = sections.flatMap((section) => readArgparseRows(section, facts));
  return assemblePage(
    document,
    {
      about: textBeforeUsage(document) || textBeforeHeadings(sections[0]),
      flags: readFlags(rows),
      args: [],
      subcommands: readListed(rows),
    },
    context,
  );
}

function isHeading({ line, next }: HeadingPlace, { base }: Columns): boolean {
  // The description of an option may end in a colon where it is wrapped.
  if (next === undefined || line.indent > DEEPEST_HEADING || line.text.startsWith('-')) return false;
  if (UNDERLINE.test(next.text) && next.text.length === line.text.length) return true;
  return line.text.endsWith(':') && next.indent > line.indent && line.indent <= base;
}

function textBeforeHeadings(section: Section | undefined): string {
  const lines = section?.lines ?? [];
  return joinLines(lines.filter((line: Line) => !UNDERLINE.test(line.text)));
}

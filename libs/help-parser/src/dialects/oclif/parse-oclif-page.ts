import type { HelpPage, PageContext } from '../../page';
import { type HeadingPlace, type Section, splitSections } from '../../table/sections';
import { toRecords } from '../../table/unit-rows';
import { joinLines } from '../../text/line';
import { assemblePage } from '../assemble-page';
import type { HelpDocument } from '../dialect';
import { readOclifFacts } from './oclif-facts';
import { readOclifSection } from './oclif-rows';
import { oclifUsage } from './oclif-usage';

const HEADING = /^[A-Z][A-Z0-9]*(?:[ -][A-Z0-9]+)*$/;

/** Reads a page of oclif: sections under headings in capitals. */
export function parseOclifPage(document: HelpDocument, context: PageContext): Omit<HelpPage, 'dialect'> {
  const sections = splitSections(document.lines, isHeading);
  const rows = sections.flatMap((section) => readOclifSection(section, context.path));
  const usage = document.usage && oclifUsage(document.usage, context.path);
  const page = { lines: document.lines, ...(usage !== undefined && { usage }) };
  return assemblePage(page, { about: aboutText(sections), ...toRecords(rows, readOclifFacts) }, context);
}

function isHeading({ line, next }: HeadingPlace): boolean {
  return line.indent === 0 && HEADING.test(line.text) && next !== undefined && next.indent > 0;
}

// The description repeats the summary in most programs.
function aboutText(sections: readonly Section[]): string {
  const summary = joinLines(sections[0]?.lines ?? []);
  const description = joinLines(sections.find(({ heading }) => heading === 'DESCRIPTION')?.lines ?? []);
  const isRepeated = flat(description).startsWith(flat(summary));
  return isRepeated
    ? description || summary
    : [summary, description].filter((text) => text !== '').join('\n\n');
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

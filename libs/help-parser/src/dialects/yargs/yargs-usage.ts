import type { PageContext } from '../../page';
import { isBlank, type Line } from '../../text/line';
import type { UsageBlock } from '../../usage/usage-block';
import type { HelpDocument } from '../dialect';

const WORD = /^[\w$@.:/-]+$/;
const PLACE = /^[<[].*[>\]](?:\.\.\.)?$|^\.\.\.$|^\w.*[>\]]$/;

/**
 * The usage block of a page; it is whatever the program says there, in most cases a line without a label with which the page
 * begins, `program command <argument> [option]`. A label further down is a word of some description.
 */
export function yargsUsage(
  { lines, usage }: HelpDocument,
  firstHeading: number,
  context: PageContext,
): UsageBlock | undefined {
  if (usage !== undefined && usage.start < firstHeading) return usage;
  const start = lines.findIndex((line) => !isBlank(line));
  const first = lines[start];
  if (first === undefined || start >= firstHeading || first.indent > 0 || !isSynopsis(first, context))
    return undefined;
  const length = lines.slice(start).findIndex((line) => isBlank(line));
  const end = length < 0 ? lines.length : start + length;
  const block = lines.slice(start, Math.min(end, firstHeading)).map((line) => line.text);
  return { start, end: start + block.length, lines: block, forms: [block.join(' ')] };
}

// For a command the line names its path; for the program it is one word, or one with places behind it.
function isSynopsis(line: Line, { path, program }: PageContext): boolean {
  const words = line.text.split(/\s+/);
  const place = words.findIndex((word) => !WORD.test(word));
  const literal = place < 0 ? words : words.slice(0, place);
  if (place >= 0 && !PLACE.test(words.slice(place).join(' '))) return false;
  if (path.length > 0) return ` ${literal.join(' ')} `.includes(` ${path.join(' ')} `);
  return literal.length === 1 || literal.join(' ') === program;
}

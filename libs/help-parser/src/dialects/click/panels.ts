import type { Line } from '../../text/line';

/** A box that rich draws around a table: its title and what stands inside, the frame taken off. */
export interface Panel {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A page cut into what stands in boxes and what does not. */
export interface Boxes {
  readonly panels: readonly Panel[];
  readonly outside: readonly Line[];
}

const TOP = /^(?:[╭┌┏╔][─━═ ]|\+-)(.*)(?:[╮┐┓╗]|\+)$/u;
const RULE = new Set('─━═ -');
const SIDE = /^(?:[│┃║]|\|)(.*)(?:[│┃║]|\|)$/u;
const BOTTOM = /^(?:[╰└┗╚][─━═]+[╯┘┛╝]|\+-+\+)$/u;

/** Takes the boxes out of a page. A box that stays open ends with the first line that is not inside it. */
export function findPanels(lines: readonly Line[]): Boxes {
  const panels: { title: string; lines: string[] }[] = [];
  const outside: Line[] = [];
  let isInside = false;
  for (const line of lines) {
    const side = isInside ? SIDE.exec(line.text) : null;
    const top = TOP.exec(line.text);
    if (side !== null) panels.at(-1)?.lines.push(side[1] as string);
    else if (BOTTOM.test(line.text)) isInside = false;
    else if (top !== null) {
      panels.push({ title: withoutRule(top[1] as string), lines: [] });
      isInside = true;
    } else {
      outside.push(line);
      isInside = false;
    }
  }
  return { panels, outside };
}

/** What stands in a horizontal rule. By steps, not by a pattern: with a rule on either side a pattern tries every way to share it. */
function withoutRule(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && RULE.has(text[start] as string)) start += 1;
  while (end > start && RULE.has(text[end - 1] as string)) end -= 1;
  return text.slice(start, end).trim();
}

/** Columns of a table without lines between them: wherever two blanks stand below each other in all lines, one ends. */
export function cutColumns(lines: readonly string[]): string[][] {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const isFilled = Array.from({ length: width }, (_, at) =>
    lines.some((line) => line[at] !== undefined && line[at] !== ' '),
  );
  const starts: number[] = [];
  let blanks = 2;
  isFilled.forEach((filled, at) => {
    if (filled && blanks >= 2) starts.push(at);
    blanks = filled ? 0 : blanks + 1;
  });
  return lines.map((line) => starts.map((start, index) => line.slice(start, starts[index + 1]).trim()));
}

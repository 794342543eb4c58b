import { isBlank, type Line } from '../text/line';

/** The usage block of a page. */
export interface UsageBlock {
  /** Index of the line that holds the label. */
  readonly start: number;
  /** Index of the first line after the block. */
  readonly end: number;
  /** Every line of the block, trimmed, without the label and a shell's prompt. */
  readonly lines: readonly string[];
  /** The forms of the command: lines with their wrapped continuations put back, `or:` removed. */
  readonly forms: readonly string[];
}

const LABEL = /^usage\s*:(?:\s+|$)/i;
// Some libraries print the label without colon, in capitals before the line, or alone above it.
const BARE_LABEL = /^(?:USAGE\s+(?=\S)|(?:[Uu]sage|USAGE|SYNOPSIS)$)/;
const OR = /^or:?\s+/i;
const PROMPT = /^\$ +(?=\S)/;
// More than any real usage block has; bounds the work on input that is no help page.
const LONGEST_FORM = 16_384;
const MOST_LINES = 512;
const FLAG_ROW = /^-\S*(?:,? \S+)* {2,}\S/;
// A row with its description below, as package flag of Go prints them right behind the usage.
const BARE_ROW = /^--?[\w.-]+(?: [\w.<>]+)?$/;

/** Finds the block behind the first `Usage:` (any case), or else behind a label without colon; a page may have none. */
export function findUsage(lines: readonly Line[]): UsageBlock | undefined {
  const labelled = lines.findIndex((line) => LABEL.test(line.text));
  const start =
    labelled >= 0 ? labelled : lines.findIndex((line) => line.indent === 0 && BARE_LABEL.test(line.text));
  const label = lines[start];
  if (label === undefined) return undefined;
  const rest = label.text.replace(labelled >= 0 ? LABEL : BARE_LABEL, '');
  const below = rest === '' ? linesBelow(lines, start) : linesAfter(lines, start + 1, label.indent + 1);
  const first = { indent: label.indent + label.text.length - rest.length, text: rest };
  const body = rest === '' ? [...below.lines] : [first, ...below.lines];
  const more = furtherForms(lines, below.end, {
    program: body[0]?.text.split(' ', 1)[0],
    indent: label.indent,
  });
  const block = [...body, ...more.lines].map(withoutPrompt);
  return {
    start,
    end: more.end,
    lines: block.map((line) => line.text),
    forms: toForms(block.slice(0, MOST_LINES)),
  };
}

// The line keeps its indentation: what is wrapped may be aligned to the text behind the prompt.
function withoutPrompt({ indent, text }: Line): Line {
  return { indent, text: text.replace(PROMPT, '') };
}

interface Run {
  readonly lines: readonly Line[];
  readonly end: number;
}

// A label alone on its line: the block may follow after a gap, and at the label's own indentation without one or behind a
// prompt.
function linesBelow(lines: readonly Line[], label: number): Run {
  const gap = lines.slice(label + 1).findIndex((line) => !isBlank(line));
  if (gap < 0) return { lines: [], end: label + 1 };
  const forms = linesAfter(lines, label + 1 + gap, (lines[label] as Line).indent);
  if (gap > 0 && beginAlike(forms.lines)) return forms;
  const isNear = gap === 0 || PROMPT.test((lines[label + 1 + gap] as Line).text);
  const run = linesAfter(lines, label + 1 + gap, (lines[label] as Line).indent + (isNear ? 0 : 1));
  return run.lines.length === 0 ? { lines: [], end: label + 1 } : run;
}

// Lines that are not indented are forms when all begin with the program.
function beginAlike(lines: readonly Line[]): boolean {
  const words = new Set(lines.map((line) => line.text.split(' ', 1)[0]));
  return lines.length > 1 && words.size === 1;
}

// Blank lines may separate the forms; then each begins with the program again, indented.
function furtherForms(
  lines: readonly Line[],
  from: number,
  { program, indent }: { program: string | undefined; indent: number },
): Run {
  const body: Line[] = [];
  let end = from;
  for (let at = from; at < lines.length && program !== undefined; at++) {
    const line = lines[at] as Line;
    if (isBlank(line)) continue;
    if (line.indent <= indent || line.text.split(' ', 1)[0] !== program || !isBlank(lines[at - 1] as Line))
      break;
    const run = linesAfter(lines, at, indent + 1);
    body.push(...run.lines);
    end = run.end;
    at = run.end - 1;
  }
  return { lines: body, end };
}

function linesAfter(lines: readonly Line[], start: number, leastIndent: number): Run {
  let end = start;
  while (end < lines.length && continues(lines[end] as Line, leastIndent, lines[end + 1])) end++;
  return { lines: lines.slice(start, end), end };
}

function continues(line: Line, leastIndent: number, next: Line | undefined): boolean {
  const isRow =
    FLAG_ROW.test(line.text) ||
    (BARE_ROW.test(line.text) && next !== undefined && !isBlank(next) && next.indent > line.indent);
  return !isBlank(line) && line.indent >= leastIndent && !isRow;
}

function toForms(body: readonly Line[]): string[] {
  const first = body[0];
  if (first === undefined) return [];
  const program = first.text.split(' ', 1)[0];
  const forms: string[][] = [];
  for (const line of body) {
    const text = line.text.replace(OR, '');
    const begins = line.indent === first.indent || text !== line.text || text.split(' ', 1)[0] === program;
    if (begins || forms.length === 0) forms.push([text]);
    else forms.at(-1)?.push(text);
  }
  return forms.map((parts) => parts.join(' ').slice(0, LONGEST_FORM));
}

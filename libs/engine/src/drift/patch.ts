import { structuredPatch } from 'diff';

/** One part of a unified diff; `lines` start with a space, `-`, `+` or `\`. */
export interface Hunk {
  /** 1-based line in the committed text at which the hunk starts (0 when that text is empty). */
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly string[];
}

const CONTEXT = 3;
/** Edits after which an exact diff is given up: its cost grows with the square of the edits. */
const MAX_EDITS = 1500;
/** Characters of a line that are shown; minified files have one line of any length. */
const MAX_LINE = 400;

/** The hunks that turn the committed text into the expected one, with three lines of context. */
export function diffHunks(committed: string, expected: string): Hunk[] {
  const patch = structuredPatch('', '', committed, expected, undefined, undefined, {
    context: CONTEXT,
    maxEditLength: MAX_EDITS,
  });
  return patch === undefined ? [replaceMiddle(committed, expected)] : patch.hunks;
}

/** Renders hunks as a unified diff of one file; what goes beyond `maxLines` is left out and counted on the last line. */
export function renderPatch(file: string, hunks: readonly Hunk[], maxLines: number): string {
  const shown: string[] = [];
  let room = maxLines;
  for (const hunk of hunks) {
    if (room <= 0) break;
    const lines = hunk.lines.slice(0, room);
    shown.push(hunkHeader(hunk, lines), ...lines.map(clipLine));
    room -= lines.length;
  }
  const all = hunks.flatMap((hunk) => hunk.lines);
  const left = all.slice(maxLines);
  const note = left.length === 0 ? [] : [`… ${left.length} more lines left out (${changeCounts(left)})`];
  return [`--- a/${file}`, `+++ b/${file}`, ...shown, ...note, ''].join('\n');
}

function clipLine(line: string): string {
  const left = line.length - MAX_LINE;
  return left <= 0 ? line : `${line.slice(0, MAX_LINE)}… (${left} more characters)`;
}

/** Counts are taken from the lines that are shown, so that a shortened hunk is still a well-formed one. */
function hunkHeader(hunk: Hunk, lines: readonly string[]): string {
  const oldLines = count(lines, ' ') + count(lines, '-');
  const newLines = count(lines, ' ') + count(lines, '+');
  const from = oldLines === 0 && hunk.oldStart > 0 ? hunk.oldStart - 1 : hunk.oldStart;
  const to = newLines === 0 && hunk.newStart > 0 ? hunk.newStart - 1 : hunk.newStart;
  return `@@ -${from},${oldLines} +${to},${newLines} @@`;
}

function changeCounts(lines: readonly string[]): string {
  return `${count(lines, '-')} removed, ${count(lines, '+')} added`;
}

function count(lines: readonly string[], mark: string): number {
  return lines.filter((line) => line.startsWith(mark)).length;
}

/** A diff for texts too different for an exact one: everything between the common head and tail is replaced. */
function replaceMiddle(committed: string, expected: string): Hunk {
  const before = splitLines(committed);
  const after = splitLines(expected);
  const shorter = Math.min(before.length, after.length);
  const head = commonLength(shorter, (i) => before[i] === after[i]);
  const tail = commonLength(shorter - head, (i) => before.at(-1 - i) === after.at(-1 - i));
  const start = Math.max(0, head - CONTEXT);
  return {
    oldStart: start + 1,
    newStart: start + 1,
    lines: [
      ...before.slice(start, head).map((line) => ` ${line}`),
      ...before.slice(head, before.length - tail).map((line) => `-${line}`),
      ...after.slice(head, after.length - tail).map((line) => `+${line}`),
      ...before.slice(before.length - tail, before.length - tail + CONTEXT).map((line) => ` ${line}`),
    ],
  };
}

function splitLines(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function commonLength(limit: number, isSame: (index: number) => boolean): number {
  let length = 0;
  while (length < limit && isSame(length)) length++;
  return length;
}

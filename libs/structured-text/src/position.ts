import type { Position } from '@fixpoint/model';

let latest: { readonly text: string; readonly starts: readonly number[] } | undefined;

/** The 1-based line and column of a character offset; an offset past the end gives the end. */
export function positionOfOffset(text: string, offset: number): Position {
  return positionAmong(lineStarts(text), Math.min(offset, text.length));
}

// Positions are asked for one finding after another, mostly in one text: counting its lines for each would be quadratic.
function lineStarts(text: string): readonly number[] {
  if (latest?.text !== text) latest = { text, starts: startsOf(text) };
  return latest.starts;
}

/** The index of the last line that starts at or before an offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** `positionOfOffset` for many offsets of one text: where its lines begin is looked up once, when the first position is asked for. */
export function positionsIn(text: string): (offset: number) => Position {
  let starts: readonly number[] | undefined;
  return (offset) => positionAmong((starts ??= startsOf(text)), Math.min(offset, text.length));
}

function positionAmong(starts: readonly number[], end: number): Position {
  const line = lineOf(starts, end);
  return { line: line + 1, column: end - (starts[line] ?? 0) + 1 };
}

function startsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

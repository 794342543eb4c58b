import type { Position } from '@fixpoint/model';

let latest: { readonly text: string; readonly starts: readonly number[] } | undefined;

/** The 1-based line and column of a character offset; an offset past the end gives the end. */
export function positionOfOffset(text: string, offset: number): Position {
  const end = Math.min(offset, text.length);
  const starts = lineStarts(text);
  const line = lineOf(starts, end);
  return { line: line + 1, column: end - (starts[line] ?? 0) + 1 };
}

// Positions are asked for one finding after another, mostly in one text: counting its lines for each would be quadratic.
function lineStarts(text: string): readonly number[] {
  if (latest?.text !== text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    latest = { text, starts };
  }
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
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    const end = Math.min(offset, text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= end) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: end - (starts[low] as number) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let next = text.indexOf('\n'); next !== -1; next = text.indexOf('\n', next + 1)) starts.push(next + 1);
  return starts;
}

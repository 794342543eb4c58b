import { trim, trimEnd, trimStart } from './text';

/** A line of a list, parted into what it defines and what it says about it. */
export interface Row {
  readonly head: string;
  /** Empty when the line has no two consecutive spaces after its indentation. */
  readonly description: string;
}

/** Parts a line at its first two consecutive spaces. */
export function splitRow(line: string): Row {
  const text = trimStart(line);
  const gap = text.indexOf('  ');
  if (gap < 0) return { head: trimEnd(text), description: '' };
  return { head: trimEnd(text.slice(0, gap)), description: trim(text.slice(gap)) };
}

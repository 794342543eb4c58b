import { blankFrontMatter } from './parse-tokens';

/** A document's text as the parser sees it, and the way back to the text as it was read. */
export interface DocumentText {
  /** Without byte order mark and front matter, LF only. */
  readonly source: string;
  /** The lines of `source`. */
  lines(): readonly string[];
  /** Offset in the text as it was read. */
  offsetOf(line: number, column: number): number;
}

/** Prepares a text for the parser. */
export function documentText(text: string): DocumentText {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const source = blankFrontMatter(text.slice(mark)).replace(/\r\n?/g, '\n');
  let lines: readonly string[] | undefined;
  let starts: readonly number[] | undefined;
  return {
    source,
    lines: () => (lines ??= source.split('\n')),
    offsetOf: (line, column) => ((starts ??= startsOf(text, mark))[line] ?? text.length) + column,
  };
}

function startsOf(text: string, first: number): number[] {
  const starts = [first];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return starts;
}

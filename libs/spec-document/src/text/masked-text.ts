import type { MarkedSpan, ProseBlock, SpanKind } from '@fixpoint/markdown-document';
import type { TextRange } from './sentences';

/** Stands for a character of code: no blank, no letter, and able to begin a sentence. */
export const CODE = '\uFFFC';

/** The text of a block without what is struck out; offsets stay what they are. */
export function visibleText({ text, spans }: ProseBlock): string {
  return cover(text, marked(spans, 'struck'), ' ');
}

/** The visible text with code covered, so that words in it are not read. */
export function proseText(block: ProseBlock): string {
  return cover(visibleText(block), marked(block.spans, 'code'), CODE);
}

/** What is marked as something, sorted. */
export function marked(spans: readonly MarkedSpan[], kind: SpanKind): TextRange[] {
  return spans.filter((span) => span.kind === kind).sort((a, b) => a.start - b.start);
}

/**
 * The same text with another character for each one of some parts.
 *
 * @param ranges sorted by their beginning
 */
export function cover(text: string, ranges: readonly TextRange[], character: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const range of ranges) {
    if (range.end <= at) continue;
    const start = Math.max(at, range.start);
    parts.push(text.slice(at, start), character.repeat(range.end - start));
    at = range.end;
  }
  return [...parts, text.slice(at)].join('');
}

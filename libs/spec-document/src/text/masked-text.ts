import type { MarkedSpan, ProseBlock, SpanKind } from '@fixpoint/markdown-document';

/** Stands for a character of code: no blank, no letter, and able to begin a sentence. */
export const CODE = '\uFFFC';

/** The text of a block without what is struck out; offsets stay what they are. */
export function visibleText({ text, spans }: ProseBlock): string {
  return cover(text, spans, 'struck', ' ');
}

/** The visible text with code covered, so that words in it are not read. */
export function proseText(block: ProseBlock): string {
  return cover(visibleText(block), block.spans, 'code', CODE);
}

/** The same text with other characters for what is marked as something. */
export function cover(text: string, spans: readonly MarkedSpan[], kind: SpanKind, character: string): string {
  let [covered, at] = ['', 0];
  for (const span of spans.filter((candidate) => candidate.kind === kind)) {
    if (span.end <= at) continue;
    const start = Math.max(at, span.start);
    covered += text.slice(at, start) + character.repeat(span.end - start);
    at = span.end;
  }
  return covered + text.slice(at);
}

import type { Position } from '@fixpoint/model';
import { positionsIn } from '@fixpoint/structured-text';
import { inlineText, type MarkedSpan } from './blocks-inline';
import { blockPlaces, type PlacedBlock } from './blocks-place';
import type { Token } from './parse-tokens';

/** A piece of prose: a paragraph, a heading, or a cell of a table. A list item is made of paragraphs. */
export interface ProseBlock {
  readonly kind: 'paragraph' | 'heading' | 'cell';
  /** As it is read: no markup, no HTML, no pictures; lines are joined with a blank. */
  readonly text: string;
  /** What is marked in the text. */
  readonly spans: readonly MarkedSpan[];
  /** Index of the innermost heading in the list of `headingsOf`, the block's own for a heading; -1 above the first one. */
  readonly heading: number;
  /** Numbers of the list items that hold it, outermost first; each item of a document has one of its own. */
  readonly items: readonly number[];
  readonly cell?: CellPlace;
  /** Where in the source a character of the text stands. */
  readonly positionOf: (offset: number) => Position;
}

/** Where a cell stands in its table. */
export interface CellPlace {
  /** Number of the row; each row of a document has one of its own. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly isHeader: boolean;
  /** Text of the column's header. */
  readonly header: string;
}

/** A piece of a document that is no prose. */
export interface CodeBlock {
  readonly kind: 'fence' | 'indented' | 'html';
  readonly text: string;
  /** The characters that open a fence; empty for other code. */
  readonly fence: string;
  /** First word behind the fence, in lower case; empty where there is none. */
  readonly language: string;
  /** Line on which it begins, from 1, and the one on which its text begins. */
  readonly line: number;
  readonly textLine: number;
  /** Whether a fence is closed, rather than ended by the end of the document or of what holds it. */
  readonly isClosed: boolean;
}

/** The blocks of a document. */
export interface DocumentBlocks {
  readonly prose: readonly ProseBlock[];
  readonly code: readonly CodeBlock[];
}

/**
 * The blocks of a document in their order.
 *
 * @param text the text that the tokens were made of
 *
 * @req FP-SPEC-002
 */
export function blocksOf(tokens: readonly Token[], text: string): DocumentBlocks {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  return {
    prose: blockPlaces(tokens).map((place) => toProse(place, lines)),
    code: tokens.flatMap((token) => toCode(token, lines)),
  };
}

function toProse({ token, line, from, ...place }: PlacedBlock, lines: readonly string[]): ProseBlock {
  const { text, spans, offsets } = inlineText(token);
  let places: ((source: number) => Position) | undefined;
  const positionOf = (offset: number): Position => {
    places ??= sourcePlaces(token.content, line, lines, from);
    return places(offsets[Math.min(Math.max(offset, 0), offsets.length - 1)] ?? 0);
  };
  return { ...place, text, spans, positionOf };
}

/** From an offset in the source of a block to a place in the document: markers of quotes and lists stand before its lines. */
function sourcePlaces(
  content: string,
  line: number,
  lines: readonly string[],
  from: PlacedBlock['from'],
): (source: number) => Position {
  const columns = content.split('\n').map((text, index) => {
    return Math.max(0, (lines[line + index] ?? '').indexOf(text, index === 0 ? from(lines) : 0));
  });
  const positionAt = positionsIn(content);
  return (source) => {
    const place = positionAt(source);
    return { line: line + place.line, column: place.column + (columns[place.line - 1] ?? 0) };
  };
}

const KINDS: Readonly<Record<string, CodeBlock['kind']>> = {
  fence: 'fence',
  code_block: 'indented',
  html_block: 'html',
};

function toCode({ type, map, content, info, markup }: Token, lines: readonly string[]): CodeBlock[] {
  const kind = KINDS[type];
  if (kind === undefined || map === null) return [];
  const [start, end] = map;
  const last = (lines[end - 1] ?? '').replace(/^[\s>]*/, '').trimEnd();
  const isClosed =
    end - start > 1 && last.startsWith(markup) && last === (markup[0] ?? '').repeat(last.length);
  return [
    {
      kind,
      text: content,
      fence: markup,
      language: (info.trim().split(/\s+/)[0] ?? '').toLowerCase(),
      line: start + 1,
      textLine: start + (kind === 'fence' ? 2 : 1),
      isClosed: kind !== 'fence' || isClosed,
    },
  ];
}

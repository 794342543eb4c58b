import type { ProseBlock } from '@fixpoint/markdown-document';
import { keyWordsIn, lowerCaseWordsIn, type KeyWord } from '../text/key-words';
import { proseText, visibleText } from '../text/masked-text';
import { sentencesOf, type TextRange } from '../text/sentences';
import { cleanText } from '../text/title';
import type { Definition } from './definitions-in';
import type { UnitBlock } from './units';

/** A sentence of a block. */
export interface Sentence {
  readonly block: ProseBlock;
  readonly text: string;
  /** Offset in the block. */
  readonly start: number;
  readonly keyWords: readonly KeyWord[];
  readonly lowerCase: readonly KeyWord[];
}

/** A requirement in the making, with one id or several. */
export interface Draft {
  readonly definition: Definition;
  readonly block: ProseBlock;
  readonly sentences: Sentence[];
  /** Texts of the blocks that belong to it. */
  readonly pieces: string[];
}

/** A draft of what a block defines. */
export function toDraft(unitBlock: UnitBlock, definition: Definition): Draft {
  const draft: Draft = { definition, block: unitBlock.block, sentences: [], pieces: [] };
  addTo(draft, unitBlock, definition.range);
  return draft;
}

/** Lets a part of a block, or the whole of it, belong to a draft. */
export function addTo(draft: Draft, unitBlock: UnitBlock, range?: TextRange): void {
  const { block } = unitBlock;
  const places = unitBlock.definitions.map(({ place }) => place);
  const part = range ?? { start: 0, end: block.text.length };
  draft.sentences.push(...sentencesIn(block, part, places));
  const piece = cleanText(blank(visibleText(block), places).slice(part.start, part.end));
  if (piece !== '') draft.pieces.push(piece);
}

/** The sentences of a part of a block; ids that it defines are no part of them. */
export function sentencesIn(
  block: ProseBlock,
  { start, end }: TextRange,
  places: readonly TextRange[] = [],
): Sentence[] {
  const visible = blank(visibleText(block), places);
  const prose = blank(proseText(block), places).slice(start, end);
  return sentencesOf(prose).map((sentence) => {
    const text = prose.slice(sentence.start, sentence.end);
    return {
      block,
      text: cleanText(visible.slice(start + sentence.start, start + sentence.end)),
      start: start + sentence.start,
      keyWords: keyWordsIn(text),
      lowerCase: lowerCaseWordsIn(text),
    };
  });
}

function blank(text: string, places: readonly TextRange[]): string {
  return places.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}

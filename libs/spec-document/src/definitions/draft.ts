import type { ProseBlock } from '@fixpoint/markdown-document';
import { keyWordsIn, lowerCaseWordsIn, type KeyWord } from '../text/key-words';
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
  const { block, visible } = unitBlock;
  const part = range ?? { start: 0, end: block.text.length };
  for (const sentence of sentencesIn(unitBlock, part)) draft.sentences.push(sentence);
  const piece = cleanText(visible.slice(part.start, part.end));
  if (piece !== '') draft.pieces.push(piece);
}

/** The sentences of a part of a block; ids that it defines are no part of them. */
export function sentencesIn({ block, visible, prose }: UnitBlock, { start, end }: TextRange): Sentence[] {
  const part = prose.slice(start, end);
  return sentencesOf(part).map((sentence) => {
    const text = part.slice(sentence.start, sentence.end);
    return {
      block,
      text: cleanText(visible.slice(start + sentence.start, start + sentence.end)),
      start: start + sentence.start,
      keyWords: keyWordsIn(text),
      lowerCase: lowerCaseWordsIn(text),
    };
  });
}

import type { ProseBlock } from '@fixpoint/markdown-document';
import type { OddId } from '../spec-document';
import { CODE, cover, marked, proseText } from '../text/masked-text';
import { plainHyphens } from './hyphens';
import { scanIds } from './scan-ids';
import { isStandardName } from './standard-names';

/** In brackets anywhere, or bare at the beginning of a block before a colon or a dash. */
const PLACES = [/\[([^[\]]{2,60})\]/g, /^\s*()([A-Za-z][\w-]{0,50}\d)(?=\s*[:–—]|\s+-\s)/g];

/** A name and a number, with something between that is meant to join them: `orch-2002`, `ORCH_2002`, `ORCH 2002`. */
const SHAPE = /^[A-Za-z][A-Za-z0-9]*(?:[-_. ][A-Za-z0-9]+)*[-_. ]\d+$/;

/** What stands where an id might, and is none. */
export function oddIdsIn(block: ProseBlock, patterns: readonly string[]): OddId[] {
  const text = plainHyphens(cover(proseText(block), marked(block.spans, 'link'), CODE));
  return PLACES.flatMap((place) => [...text.matchAll(place)])
    .map(({ 0: whole, 1: inside, 2: bare, index }) => {
      const word = bare ?? inside ?? '';
      return { text: word.trim(), offset: index + whole.indexOf(word) };
    })
    .filter(
      ({ text: word }) =>
        SHAPE.test(word) && !isStandardName(word, patterns) && scanIds(word, patterns).length === 0,
    )
    .map(({ text: word, offset }) => ({ text: word, position: block.positionOf(offset) }));
}

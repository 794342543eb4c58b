import { namedIds } from './named-ids';
import type { Certainty } from './source-tag';

/** How far before an id its bracket is looked for. */
const REACH = 200;

/** The ids in a title, a description or a help text: those in brackets are tags, the others are spoken of. */
export function idsInProse(
  text: string,
  ids: readonly string[],
): readonly { readonly id: string; readonly offset: number; readonly certainty: Certainty }[] {
  return namedIds(text, ids).map(({ id, offset, certainty }) => ({
    id,
    offset,
    certainty: certainty === 'tag' && !isInBrackets(text, offset) ? 'mention' : certainty,
  }));
}

/** Whether the last bracket before an offset is open. */
function isInBrackets(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - REACH), offset);
  return before.lastIndexOf('[') > before.lastIndexOf(']');
}

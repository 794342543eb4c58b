import type { Certainty } from '@fixpoint/source-tags';
import { scanIds } from '@fixpoint/spec-document';

/** The ids in a description, a title or a help text: those in brackets are tags, the others are spoken of. */
export function idsInProse(
  text: string,
  ids: readonly string[],
): readonly { readonly id: string; readonly certainty: Certainty }[] {
  return scanIds(text, ids).map(({ id, offset }) => {
    const before = text.slice(Math.max(0, offset - 200), offset);
    return { id, certainty: before.lastIndexOf('[') > before.lastIndexOf(']') ? 'tag' : 'mention' };
  });
}

import { scanIds } from '@fixpoint/spec-document';
import type { SourceText } from '../source-text';
import type { FoundTag, FoundTags } from './found-tag';
import { titleLiterals, titleOf } from './title-calls';

/** How far before an id its bracket is looked for. */
const REACH = 200;

/** The ids in titles of tests; those in brackets are tags, the others are spoken of. */
export function titleTags(source: SourceText, ids: readonly string[]): FoundTags {
  const tags = titleLiterals(source).flatMap((literal) => {
    const name = titleOf(literal);
    return literal.parts.flatMap(({ start, text }) =>
      scanIds(text, ids).map(({ id, offset }): FoundTag => {
        const certainty = isInBrackets(text, offset) ? 'tag' : 'mention';
        return { id, offset: start + offset, kind: 'test', name, certainty };
      }),
    );
  });
  return { tags, empty: [] };
}

/** Whether the last bracket before an offset is open. */
function isInBrackets(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - REACH), offset);
  return before.lastIndexOf('[') > before.lastIndexOf(']');
}

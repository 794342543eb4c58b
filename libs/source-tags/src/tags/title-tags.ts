import { idsInProse } from '../ids-in-prose';
import type { SourceText } from '../source-text';
import type { FoundTag, FoundTags } from './found-tag';
import { titleLiterals, titleOf } from './title-calls';

/** The ids in titles of tests; those in brackets are tags, the others are spoken of. */
export function titleTags(source: SourceText, ids: readonly string[]): FoundTags {
  const tags = titleLiterals(source).flatMap((literal) => {
    const name = titleOf(literal);
    return literal.parts.flatMap(({ start, text }) =>
      idsInProse(text, ids).map(
        ({ id, offset, certainty }): FoundTag => ({
          id,
          offset: start + offset,
          kind: 'test',
          name,
          certainty,
        }),
      ),
    );
  });
  return { tags, empty: [] };
}

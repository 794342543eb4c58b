import { idsInProse } from '../ids-in-prose';
import type { Literal, SourceText } from '../source-text';
import type { FoundTag, FoundTags } from './found-tag';
import { testTitles, titleOf } from './title-calls';

/** The ids in titles of tests; those in brackets are tags, the others are spoken of. A test that never runs tests nothing. */
export function titleTags(source: SourceText, ids: readonly string[]): FoundTags {
  const titles = testTitles(source);
  const tags = titles.filter(({ isSkipped }) => !isSkipped).flatMap(({ literal }) => tagsOf(literal, ids));
  const skipped = titles.filter(({ isSkipped }) => isSkipped).flatMap(({ literal }) => tagsOf(literal, ids));
  return { tags, empty: [], skipped };
}

function tagsOf(literal: Literal, ids: readonly string[]): FoundTag[] {
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
}

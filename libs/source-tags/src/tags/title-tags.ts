import { idsInProse } from '../ids-in-prose';
import type { SourceText } from '../source-text';
import type { FoundTag, FoundTags } from './found-tag';
import { testTitles, titleOf, type TestTitle } from './title-calls';

/** The ids in titles of tests; those in brackets are tags, the others are spoken of. A test that never runs tests nothing. */
export function titleTags(source: SourceText, ids: readonly string[]): FoundTags {
  const titles = testTitles(source);
  const tags = titles.filter(({ isSkipped }) => !isSkipped).flatMap((title) => tagsOf(title, ids));
  const skipped = titles.filter(({ isSkipped }) => isSkipped).flatMap((title) => tagsOf(title, ids));
  return { tags, empty: [], skipped };
}

function tagsOf({ literal, tags }: TestTitle, ids: readonly string[]): FoundTag[] {
  const name = titleOf(literal);
  const parts = [literal, ...tags].flatMap((text) => text.parts);
  return parts.flatMap(({ start, text }) =>
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

import type { LinearPattern } from '@fixpoint/linear-pattern';
import { namedIds } from '../named-ids';
import type { SourceText } from '../source-text';
import { declaredName } from './declared-name';
import type { FoundTag, FoundTags } from './found-tag';

/** What patterns of the user find in the whole text; undefined where that is too much work. */
export function patternTags(
  source: SourceText,
  ids: readonly string[],
  patterns: readonly LinearPattern[],
): FoundTags | undefined {
  const tags: FoundTag[] = [];
  for (const pattern of patterns) {
    const matches = pattern.matches(source.text);
    if (matches === undefined) return undefined;
    for (const { groups, end } of matches) {
      const group = groups['ids'];
      for (const { id, offset, certainty } of group === undefined ? [] : namedIds(group.text, ids))
        tags.push({
          id,
          offset: (group?.start ?? 0) + offset,
          name: declaredName(source, end),
          certainty,
        });
    }
  }
  return { tags, empty: [] };
}

import type { SourceText } from '../source-text';
import type { SourceKind } from '../source-tag';
import { declaredName } from './declared-name';
import type { FoundTag, FoundTags } from './found-tag';
import { leadingIds } from './leading-ids';
import { neverRuns } from './title-calls';

/** What a tag says by its word; the others leave it to the file. */
const KINDS: Readonly<Record<string, SourceKind>> = {
  implements: 'code',
  satisfies: 'code',
  impl: 'code',
  dsn: 'code',
  verifies: 'test',
  tests: 'test',
  covers: 'test',
  test: 'test',
  utest: 'test',
  itest: 'test',
  stest: 'test',
};

/**
 * A tag at the beginning of a line: `@req ID` (`\req ID` as Doxygen has it), or `Implements: ID`. What may stand before it are the marks of the comment
 * and those of a list.
 */
const AT_LINE_START =
  /^[^\S\n]{0,200}(?:[*#/!;%"'<{=-]{1,8}[^\S\n]{0,20}){0,3}(?:[@\\](req|requirements?|satisfies|verifies|implements)(?![\w(])|(implements|satisfies|verifies|covers|tests|requirements?|reqs?|traceability|traces)[^\S\n]{0,4}:(?!:))/gimu;
/** OpenFastTrace has its tags anywhere in a comment: `[impl->ORCH-2002]`. In back-ticks one is only spoken of. */
const ARROW = /(?<!`)\[[^\S\n]{0,4}([a-z]{2,20})[^\S\n]{0,4}->[^\S\n]{0,4}(?=([^\]\n]{1,500})\])/giu;
/** What can be nothing but a tag, so that it has to name an id. */
const OURS = /^(?:req|requirements?)$/i;

/** The tags in comments. */
export function commentTags(source: SourceText, ids: readonly string[]): FoundTags {
  const tags: FoundTag[] = [];
  const skipped: FoundTag[] = [];
  const empty: number[] = [];
  for (const comment of source.comments) {
    const text = source.text.slice(comment.start, comment.end);
    if (!QUICK.test(text)) continue;
    for (const { word, offset, text: list, isOurs } of tagsIn(text)) {
      const kind = KINDS[word.toLowerCase()];
      const named = leadingIds(list, ids);
      if (named.length === 0 && isOurs) empty.push(comment.start + offset);
      for (const { id, offset: within, certainty } of named)
        (kind !== 'code' && neverRuns(source, comment.end) ? skipped : tags).push({
          id,
          offset: comment.start + offset + within,
          ...(kind !== undefined && { kind }),
          name: declaredName(source, comment.end),
          certainty,
        });
    }
  }
  return { tags, empty, skipped };
}

const QUICK = /req|trace|implements|satisfies|verifies|covers|tests|->/i;

interface WrittenTag {
  readonly word: string;
  /** Where its list begins in the comment. */
  readonly offset: number;
  readonly text: string;
  readonly isOurs: boolean;
}

function tagsIn(comment: string): WrittenTag[] {
  const starts = [...comment.matchAll(AT_LINE_START)];
  const lines = starts.map(({ 0: whole, 1: at, 2: word, index }, place) => {
    const offset = index + whole.length;
    // A list ends where the next tag begins.
    const text = listFrom(comment.slice(0, starts[place + 1]?.index), offset);
    return { word: at ?? word ?? '', offset, text, isOurs: OURS.test(at ?? '') };
  });
  const arrows = [...comment.matchAll(ARROW)].map(({ 0: whole, 1: word = '', 2: list = '', index }) => ({
    word,
    offset: index + whole.length,
    text: list,
    isOurs: KINDS[word.toLowerCase()] !== undefined,
  }));
  return [...lines, ...arrows];
}

/** The rest of a line, and the next ones as long as a comma goes before them. */
function listFrom(comment: string, offset: number): string {
  let end = offset;
  for (let more = true; more; ) {
    const next = comment.indexOf('\n', end);
    const stop = next === -1 ? comment.length : next;
    more = next !== -1 && /,\s*$/.test(comment.slice(Math.max(end, stop - 20), stop));
    end = more ? stop + 1 : stop;
  }
  return comment.slice(offset, end);
}

import { compileLinearPattern } from '@fixpoint/linear-pattern';
import { positionOfOffset } from '@fixpoint/structured-text';
import type { SourceFile, SourceKind, SourceTag, SourceTags, TagProblem, TagRules } from './source-tag';
import { sourceText } from './source-text';
import { annotationTags } from './tags/annotation-tags';
import { commentTags } from './tags/comment-tags';
import type { FoundTag, FoundTags } from './tags/found-tag';
import { nameTags } from './tags/name-tags';
import { patternTags } from './tags/pattern-tags';
import { offsetsWithin, skippedRanges } from './tags/skipped-ranges';
import { titleTags } from './tags/title-tags';

/** UTF-16 units of a source file; what is longer was not written by hand. */
const LONGEST_SOURCE = 5 * 1024 * 1024;

/** One of these stands in every file with a tag in a comment or an annotation. */
const MARKS =
  /req|trace|implements|satisfies|verifies|covers|tests\s*:|->|tags?\b|trait|category|\[groups?\(|[@[][\w:]*test/i;

/**
 * Makes what reads the requirements that source files name:
 *
 * - in comments, at the beginning of a line: `@req ID…`, `@requirement ID…` (and `\req` as in Doxygen), `@implements`, `@satisfies`, `@verifies`; `Implements:
 *   ID…`, `Satisfies:`, `Verifies:`, `Covers:`, `Tests:`, `Requirement:`, `Traceability:`; anywhere `[impl->ID]` and `[utest->ID]` as in OpenFastTrace;
 * - annotations and attributes with a text: `@Requirement("ID")`, `#[requirement("ID")]`, `[Requirement("ID")]`, `@pytest.mark.requirement("ID")`,
 *   `@Tag("ID")`, `[Trait("Requirement", "ID")]`;
 * - titles of tests in files of tests unless they never run (`it.skip`, `xit`), and names of tests that spell the id with underscores;
 * - the user's own patterns.
 *
 * Tests that an annotation or a statement of their own switches off (`@Disabled`, `#[ignore]`, `@pytest.mark.skip`, `t.Skip()`) do not count.
 *
 * Ids in other comments, strings and code do not count. The time taken is linear in the length of the file.
 */
export function tagReader({ ids, patterns }: TagRules): (source: SourceFile) => SourceTags {
  const own = { code: compileAll(patterns.code), test: compileAll(patterns.test) };
  return ({ file, text, kind }) => {
    if (text.length > LONGEST_SOURCE) return { tags: [], problems: [tooLarge(text)] };
    if (own[kind].length === 0 && kind === 'code' && !MARKS.test(text)) return { tags: [], problems: [] };
    const source = sourceText(file, text);
    const byPattern = patternTags(source, ids, own[kind]);
    const found: FoundTags[] = [
      commentTags(source, ids),
      annotationTags(source, ids),
      ...(kind === 'test' ? [titleTags(source, ids)] : []),
      nameTags(source, ids, kind),
      ...(byPattern === undefined ? [] : [byPattern]),
    ];
    const tags = inOrder(found.flatMap((one) => one.tags));
    const offsets = offsetsWithin(
      skippedRanges(source),
      tags.map(({ offset }) => offset),
    );
    const isSkipped = (tag: FoundTag): boolean => (tag.kind ?? kind) === 'test' && offsets.has(tag.offset);
    const skipped = inOrder([...found.flatMap((one) => one.skipped ?? []), ...tags.filter(isSkipped)]);
    const problems = [
      ...(byPattern === undefined ? [tooMuchWork()] : []),
      ...found.flatMap(({ empty }) => empty).map((offset) => noId(text, offset)),
      ...skipped.flatMap((tag) => skippedTest(text, tag)),
    ];
    return {
      tags: tags.filter((tag) => !isSkipped(tag)).map((tag) => toTag(text, tag, kind)),
      problems,
    };
  };
}

function compileAll(patterns: readonly string[]) {
  return patterns.flatMap((source) => {
    const compiled = compileLinearPattern(source);
    return compiled.ok && compiled.pattern.names.includes('ids') ? [compiled.pattern] : [];
  });
}

/** By their place; one that several ways have found is there once, as the surest of them has it. */
function inOrder(tags: readonly FoundTag[]): FoundTag[] {
  const surest = new Map<string, FoundTag>();
  for (const tag of tags) {
    const key = `${tag.offset} ${tag.id}`;
    const known = surest.get(key);
    if (known === undefined || (known.certainty !== 'tag' && tag.certainty === 'tag')) surest.set(key, tag);
  }
  return [...surest.values()].sort((a, b) => a.offset - b.offset);
}

function toTag(text: string, { offset, ...tag }: FoundTag, kind: SourceKind): SourceTag {
  return { kind, ...tag, position: positionOfOffset(text, offset) };
}

function tooLarge(text: string): TagProblem {
  return {
    kind: 'too-large',
    message: `it has ${text.length} characters, and files of more than ${LONGEST_SOURCE} are not read`,
  };
}

function tooMuchWork(): TagProblem {
  return { kind: 'too-much-work', message: 'the patterns of tags take too much work in it' };
}

/** A tag that is only guessed may mean something else. */
function skippedTest(text: string, { id, offset, certainty }: FoundTag): TagProblem[] {
  if (certainty !== 'tag') return [];
  const message = `the test of ${id} never runs, so it does not count`;
  return [{ kind: 'skipped', message, position: positionOfOffset(text, offset) }];
}

function noId(text: string, offset: number): TagProblem {
  return {
    kind: 'no-id',
    message: 'a tag is there that names no requirement',
    position: positionOfOffset(text, offset),
  };
}

import { namedIds } from '../named-ids';
import { afterBlanks, type Literal, type SourceText } from '../source-text';
import type { SourceKind } from '../source-tag';
import { declaredName } from './declared-name';
import type { FoundTag, FoundTags } from './found-tag';

/** `@Requirement(`, `#[requirement(`, `[Requirement(`, `[Fact, Trait(`, `@pytest.mark.requirement(`; `#[requirement = "…"]` and `requirement: "…"` as metadata of a test. */
const ANNOTATION =
  /(?<![\w$])(?:(?:@(?:\w{1,40}\.){0,4}|#\[\s{0,20}(?:\w{1,40}::){0,3}|\[\s{0,20}(?:(?:Fact|Theory|Test|TestMethod)\s{0,20}(?:\([^()[\]]{0,200}\)\s{0,20})?,\s{0,20})?(?:\w{1,40}\.){0,3})(requirements?|reqs?|verifies|satisfies|implements|tags?|groups?|trait|category|testcategory|testproperty)\s{0,20}[(=]|(?:requirements?|reqs?):\s{0,20}(?="|\[))/giu;
/** Annotations that are used for many things. */
const COMMON = /^(?:tags?|groups?|trait|category|testcategory|testproperty)$/i;
const KINDS: Readonly<Record<string, SourceKind>> = {
  verifies: 'test',
  satisfies: 'code',
  implements: 'code',
};
/** How far the arguments of an annotation reach, and how many texts are looked at. */
const REACH = 4_000;
const MOST_TEXTS = 200;

/** The ids in texts of annotations and attributes. */
export function annotationTags(source: SourceText, ids: readonly string[]): FoundTags {
  const tags = [...source.code.matchAll(ANNOTATION)].flatMap(({ 0: whole, 1: word = '', index }) => {
    const end = index + whole.length;
    const kind = KINDS[word.toLowerCase()];
    const isCommon = COMMON.test(word);
    const texts = textsFrom(source, whole.endsWith('(') ? end - 1 : end);
    if (texts.length === 0) return [];
    const close = source.closeOf(end - 1) ?? texts.at(-1)?.end ?? end;
    const name = declaredName(source, afterClosing(source.code, close));
    return texts.flatMap(({ parts }) =>
      parts.flatMap(({ start, text }) =>
        namedIds(text.slice(0, REACH), ids).map(
          ({ id, offset, certainty }): FoundTag => ({
            id,
            offset: start + offset,
            ...(kind !== undefined && { kind }),
            name,
            certainty: isCommon && certainty === 'tag' ? 'mention' : certainty,
          }),
        ),
      ),
    );
  });
  return { tags, empty: [] };
}

/** The texts in the parenthesis or list that begins at an offset, or the one text there. */
function textsFrom({ code, literals, closeOf }: SourceText, at: number): Literal[] {
  const start = afterBlanks(code, at);
  if (code[start] === '"') return [...(literals.has(start) ? [literals.get(start) as Literal] : [])];
  const close = (code[start] === '(' ? closeOf(start) : code.indexOf(']', start)) ?? -1;
  if (close === -1) return [];
  const end = Math.min(close, start + REACH);
  const texts: Literal[] = [];
  let quote = code.indexOf('"', start);
  while (quote !== -1 && quote < end && texts.length < MOST_TEXTS) {
    const literal = literals.get(quote);
    if (literal !== undefined) texts.push(literal);
    quote = code.indexOf('"', quote + 1);
  }
  return texts;
}

/** Behind the brackets that end an annotation. */
function afterClosing(code: string, from: number): number {
  const [closing = ''] = /^[)\]\s,]{0,20}/.exec(code.slice(from, from + 20)) ?? [];
  return from + closing.length;
}

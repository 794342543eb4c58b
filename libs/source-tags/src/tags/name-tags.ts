import { scanIds } from '@fixpoint/spec-document';
import type { SourceKind } from '../source-tag';
import type { SourceText } from '../source-text';
import type { FoundTag, FoundTags } from './found-tag';

const DECLARED =
  /\b(?:(?:fn|func|def|fun|function|void|sub|Task|class)\s{1,8}|TEST(?:_[FP])?\(\s{0,8}\w{1,100}\s{0,8},\s{0,8})([A-Za-z]\w{2,199})/gu;
/** Parts of a name that together can be an id. */
const MOST_PARTS = 6;

/** Ids that names of tests spell with underscores: `test_orch_2002_rejects`. In code that is no test, those of functions marked as tests. */
export function nameTags(source: SourceText, ids: readonly string[], kind: SourceKind): FoundTags {
  const names = kind === 'test' ? source.code.matchAll(DECLARED) : markedTests(source);
  const isId = idTest(ids);
  const tags = [...names].flatMap(({ 0: whole, 1: name = '', index }) =>
    candidatesOf(name)
      .filter(isId)
      .map((id): FoundTag => {
        const offset = index + whole.length - name.length;
        return { id, offset, kind: 'test', name, certainty: 'guess' };
      }),
  );
  return { tags, empty: [] };
}

function markedTests({ code, language }: SourceText): Iterable<RegExpExecArray> {
  if (language?.marksTest === undefined) return [];
  return code.matchAll(new RegExp(`(?:${language.marksTest})[^;{}]{0,400}?\\bfn\\s{1,8}(\\w{1,200})`, 'gu'));
}

/** What the parts of a name up to each number can spell. */
function candidatesOf(name: string): string[] {
  // Go has no underscore behind the word that makes a test.
  const parts = name
    .replace(/^Test(?=[A-Z])/, 'Test_')
    .toUpperCase()
    .split('_');
  return parts.flatMap((part, end) =>
    /^\d+$/.test(part)
      ? Array.from({ length: Math.min(end, MOST_PARTS) }, (_, back) =>
          parts.slice(end - 1 - back, end + 1).join('-'),
        )
      : [],
  );
}

function idTest(ids: readonly string[]): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const [found] = known.has(text) ? [] : scanIds(text, ids);
    const isId = known.get(text) ?? (found?.offset === 0 && found.length === text.length);
    known.set(text, isId);
    return isId;
  };
}

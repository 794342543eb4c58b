import type { Language, TitleRule } from '../lexing/language';
import { afterBlanks, type Literal, type SourceText } from '../source-text';
import { optionsAt } from './option-texts';

const searches = new WeakMap<TitleRule, { readonly anywhere: RegExp; readonly here: RegExp }>();

/** The title of a test. */
export interface TestTitle {
  readonly literal: Literal;
  /** Texts beside the title that name what is tested: `{ tag: '@A-1' }`. */
  readonly tags: readonly Literal[];
  /** Whether the test never runs (`it.skip`, `it.todo`, `xit`, `ignore: true`), or stands in a suite that never does. */
  readonly isSkipped: boolean;
}

const NEVER_RUN = /^x|\.(?:skip|todo|fixme|ignore)(?![A-Za-z])/;

/** The texts that are titles of tests, in their order. */
export function testTitles(source: SourceText): TestTitle[] {
  const search = searchOf(source.language);
  if (search === undefined) return [];
  let skippedUntil = -1;
  return [...source.code.matchAll(search.anywhere)].flatMap(({ 0: whole, index }) => {
    const at = index + whole.length - 1;
    if (NEVER_RUN.test(whole)) skippedUntil = Math.max(skippedUntil, source.closeOf(at) ?? at);
    const named = whole.startsWith('Deno.') ? optionsAt(source, afterBlanks(source.code, at + 1)) : undefined;
    const isSkipped = at <= skippedUntil || named?.isSet('ignore') === true;
    const titles = named?.textsOf('name') ?? titlesOf(source, at);
    return titles.map((literal) => ({ literal, tags: tagsBehind(source, literal), isSkipped }));
  });
}

/** The tags among the options behind a title, as Playwright has them. */
function tagsBehind(source: SourceText, { end }: Literal): Literal[] {
  const comma = afterBlanks(source.code, end);
  if (source.code[comma] !== ',') return [];
  return optionsAt(source, afterBlanks(source.code, comma + 1))?.textsOf('tag') ?? [];
}

/** Whether the test that begins behind an offset never runs. */
export function neverRuns(source: SourceText, from: number): boolean {
  const here = searchOf(source.language)?.here;
  if (here === undefined) return false;
  here.lastIndex = afterBlanks(source.code, from);
  return NEVER_RUN.test(here.exec(source.code)?.[0] ?? '');
}

/** The title of the test that begins at an offset. */
export function titleAt(source: SourceText, offset: number): string | undefined {
  const search = searchOf(source.language);
  if (search === undefined) return undefined;
  search.here.lastIndex = offset;
  const match = search.here.exec(source.code);
  if (match === null) return undefined;
  const [title] = titlesOf(source, offset + match[0].length - 1);
  return title && titleOf(title);
}

const LONGEST_TITLE = 200;

/** A title on one line, with a sign for what is only known when the test runs. */
export function titleOf({ parts }: Literal): string {
  const title = parts.map(({ text }) => text).join('…');
  // A string of megabytes is no title; what is cut off first keeps the search for blanks short.
  return title
    .slice(0, 1000)
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_TITLE)
    .replace(/[\ud800-\udbff]$/, '');
}

function searchOf(language: Language | undefined) {
  const rule = language?.titles;
  if (rule === undefined) return undefined;
  const known = searches.get(rule);
  if (known !== undefined) return known;
  // The arguments of a generic function may stand between: `it.each<[string, number]>(`.
  const source = `(?:${rule.heads})(?:<[^]{1,400}?>)?\\s{0,200}[("]`;
  const search = { anywhere: new RegExp(source, 'gu'), here: new RegExp(source, 'uy') };
  searches.set(rule, search);
  return search;
}

/**
 * The titles of a call, from what comes behind its name: its first text, or that of the call which its result is for
 * (`test.each([…])('…')`, `` test.each`…`('…') ``).
 */
function titlesOf(source: SourceText, at: number): Literal[] {
  const { code, literals, language } = source;
  const rule = language?.titles;
  if (code[at] === '"') {
    const literal = literals.get(at);
    if (literal === undefined) return [];
    if (rule?.bare) return [literal];
    return firstArgument(source, afterBlanks(code, literal.end));
  }
  const first = firstArgument(source, at);
  if (first.length > 0) return rule?.all ? [...first, ...furtherArguments(source, first)] : first;
  const close = source.closeOf(at);
  return close === undefined ? [] : firstArgument(source, afterBlanks(code, close + 1));
}

function firstArgument({ code, literals }: SourceText, open: number): Literal[] {
  const literal = code[open] === '(' ? literals.get(afterBlanks(code, open + 1)) : undefined;
  return literal === undefined ? [] : [literal];
}

/** The text behind the first argument. */
function furtherArguments({ code, literals }: SourceText, [first]: readonly Literal[]): Literal[] {
  if (first === undefined) return [];
  const comma = afterBlanks(code, first.end);
  const next = code[comma] === ',' ? literals.get(afterBlanks(code, comma + 1)) : undefined;
  return next === undefined ? [] : [next];
}

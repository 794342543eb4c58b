import { compileLinearPattern, type LinearPattern } from '@fixpoint/linear-pattern';
import { isStandardName } from './standard-names';

/** A part of a text that a pattern matches. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The patterns of ids, ready for use. */
export interface IdMatcher {
  /** What the patterns match in a word, from left to right; matches of several patterns may overlap. */
  find(word: string): readonly Span[];
  /** Whether a text as a whole is an id. */
  isId(text: string): boolean;
}

/** Words whose matches are remembered: most words of a text stand in it, and in the next one, many times. */
const MOST_WORDS = 50_000;

const matchers = new Map<string, IdMatcher>();

/** The matcher of a list of patterns; a pattern that is none matches nothing. It is made once. */
export function idMatcher(ids: readonly string[]): IdMatcher {
  const key = ids.join('\0');
  const known = matchers.get(key) ?? createMatcher(ids);
  matchers.set(key, known);
  return known;
}

function createMatcher(ids: readonly string[]): IdMatcher {
  const parts = compileAll(ids);
  const wholes = compileAll(ids.map((id) => `^(?:${id})$`));
  const words = new Map<string, readonly Span[]>();
  const whole = new Map<string, boolean>();
  return {
    find: (word) => {
      const spans = words.get(word) ?? spansIn(word, parts, ids);
      if (words.size >= MOST_WORDS) words.clear();
      words.set(word, spans);
      return spans;
    },
    isId: (text) => {
      const known = whole.get(text) ?? wholes.some((pattern) => (pattern.matches(text) ?? []).length > 0);
      if (whole.size >= MOST_WORDS) whole.clear();
      whole.set(text, known);
      return known;
    },
  };
}

function compileAll(patterns: readonly string[]): LinearPattern[] {
  return patterns.flatMap((source) => {
    const compiled = compileLinearPattern(source);
    return compiled.ok ? [compiled.pattern] : [];
  });
}

function spansIn(word: string, patterns: readonly LinearPattern[], ids: readonly string[]): Span[] {
  return patterns
    .flatMap((pattern) => pattern.matches(word) ?? [])
    .filter(({ start, end }) => end > start && !isStandardName(word.slice(start, end), ids))
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

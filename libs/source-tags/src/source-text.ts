import type { Language } from './lexing/language';
import { lexSource } from './lexing/lex-source';
import type { Token } from './lexing/token';

/** A string of the source, its holes left out. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  /** What stands between its holes. */
  readonly parts: readonly { readonly start: number; readonly text: string }[];
}

/** A source file taken apart. */
export interface SourceText {
  readonly text: string;
  readonly language?: Language;
  readonly comments: readonly Token[];
  /** By where they begin, in their order. */
  readonly literals: ReadonlyMap<number, Literal>;
  /** The text with blanks for comments and strings, of the same length; a string begins with `"`. */
  readonly code: string;
  /** Where the parenthesis ends that begins at an offset of `code`. */
  readonly closeOf: (open: number) => number | undefined;
}

/** Takes a file apart into comments, strings and code. */
export function sourceText(file: string, text: string): SourceText {
  const { tokens, language } = lexSource(file, text);
  const code = codeOf(text, tokens);
  let pairs: Map<number, number> | undefined;
  return {
    text,
    ...(language !== undefined && { language }),
    comments: tokens.filter(({ kind }) => kind === 'comment'),
    literals: literalsOf(text, tokens),
    code,
    closeOf: (open) => (pairs ??= pairsOf(code)).get(open),
  };
}

function codeOf(text: string, tokens: readonly Token[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { kind, start, end, literal } of tokens) {
    const mark = kind === 'string' && start === literal && end > start ? '"' : '';
    pieces.push(text.slice(at, start), mark, ' '.repeat(end - start - mark.length));
    at = end;
  }
  return [...pieces, text.slice(at)].join('');
}

function literalsOf(text: string, tokens: readonly Token[]): Map<number, Literal> {
  const literals = new Map<number, { start: number; end: number; parts: Literal['parts'][number][] }>();
  for (const { kind, end, textStart, textEnd, literal } of tokens) {
    if (kind === 'comment') continue;
    const known = literals.get(literal) ?? { start: literal, end, parts: [] };
    known.end = end;
    known.parts.push({ start: textStart, text: text.slice(textStart, textEnd) });
    literals.set(literal, known);
  }
  return literals;
}

function pairsOf(code: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: what, index } of code.matchAll(/[()]/g)) {
    if (what === '(') open.push(index);
    else {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, index);
    }
  }
  return pairs;
}

/** The first offset from another one on where no white space stands. */
export function afterBlanks(code: string, from: number): number {
  let at = from;
  while (at < code.length && /\s/.test(code[at] as string)) at += 1;
  return at;
}

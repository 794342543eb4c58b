import { CODE } from './masked-text';

/** A part of a text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Words that end with a full stop in the middle of a sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'e.g i.e cf vs approx ca no nos fig figs sec ch incl excl resp eq al max min mr mrs ms dr st art para ref refs est vol ' +
    'pp viz aka a.k.a w.r.t'
  ).split(' '),
);

/** What ends a sentence, and what may be closed behind it. A run of full stops is looked at once, not again from each of them. */
const END = /(?<![.!?…])[.!?…]+["'”’)\]]*(?=\s)/g;

/** What a sentence begins with. */
const BEGIN = new RegExp(`^\\s+["'“‘(\\[]*[\\p{Lu}\\p{Lt}\\p{N}${CODE}]`, 'u');

/**
 * The sentences of a text in which code is covered. A full stop ends none in a number, behind an abbreviation (`e.g.`) or an initial, and
 * before a word in lower case.
 */
export function sentencesOf(text: string): TextRange[] {
  const sentences: TextRange[] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(END)) {
    const stop = index + end.length;
    if (
      !BEGIN.test(text.slice(stop, stop + 12)) ||
      isAbbreviated(text.slice(Math.max(start, index - 24), index), end)
    )
      continue;
    sentences.push({ start, end: stop });
    start = stop;
  }
  sentences.push({ start, end: text.length });
  return sentences.flatMap((sentence) => trimmed(text, sentence));
}

function isAbbreviated(before: string, end: string): boolean {
  if (!end.startsWith('.') || end.startsWith('..')) return false;
  const [word = ''] = /[^\s("'“‘[]*$/.exec(before) ?? [];
  return ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word) || /^\s*\d*$/.test(before);
}

function trimmed(text: string, { start, end }: TextRange): TextRange[] {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return from < to ? [{ start: from, end: to }] : [];
}

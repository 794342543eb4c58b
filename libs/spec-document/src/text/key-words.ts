import type { Level } from '@fixpoint/spec-formats';

/** A key word of BCP 14 in a text, with single blanks. */
export interface KeyWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** RFC 2119 and RFC 8174: upper case only. Words that are joined with others (`MUST/SHOULD`) are spoken of, not used. */
const KEY_WORD =
  /(?<![\p{L}\p{N}_/-])(?:(?:MUST|SHALL|SHOULD)(?:\s+NOT)?|NOT\s+RECOMMENDED|(?:(?:NOT|not)\s+)?(?:REQUIRED|OPTIONAL)|RECOMMENDED|MAY)(?![\p{L}\p{N}_/-])/gu;

/** Modal verbs, and negations that are half in upper case; adjectives such as "required" are plain English far too often. */
const LOWER_CASE =
  /(?<![\p{L}\p{N}_/-])(?:(?:[Mm]ust|[Ss]hall|[Ss]hould|may)(?:\s+not)?|(?:MUST|SHALL|SHOULD)\s+not)(?![\p{L}\p{N}_/-])/gu;

const OPENING_QUOTE = /["'“‘«„]$/;
const CLOSING_QUOTE = /^["'”’»“]/;

/** What stands between words that are only listed: `MUST, SHOULD, and MAY`. */
const LISTING = /^["'“”‘’\s]*(?:,|\/|,?\s*(?:and|or))["'“”‘’\s]*$/;

/**
 * The key words that a text uses. Those in quotes, those in a list of three or more, and what the document negates ("NOT REQUIRED") are not used.
 *
 * @param text prose in which code is covered
 *
 * @req FP-SPEC-003
 */
export function keyWordsIn(text: string): KeyWord[] {
  const found = matchesOf(KEY_WORD, text);
  return found.filter(
    (keyWord, index) => !/^not (?:REQUIRED|OPTIONAL)$/i.test(keyWord.word) && !isListed(text, found, index),
  );
}

/** Words in lower case that would be key words in upper case. */
export function lowerCaseWordsIn(text: string): KeyWord[] {
  return matchesOf(LOWER_CASE, text);
}

const LEVELS: Readonly<Record<string, Level>> = {
  MUST: 'must',
  SHALL: 'must',
  REQUIRED: 'must',
  SHOULD: 'should',
  RECOMMENDED: 'should',
  MAY: 'may',
  OPTIONAL: 'may',
};

const STRENGTH: readonly Level[] = ['must', 'should', 'may'];

/** The strongest level of some key words; a negation is as strong as what it negates. */
export function levelOf(keyWords: readonly string[]): Level {
  const levels = keyWords.map((word) => LEVELS[word.replace(/^NOT | NOT$/, '')]);
  return STRENGTH.find((level) => levels.includes(level)) ?? 'info';
}

function matchesOf(pattern: RegExp, text: string): KeyWord[] {
  return [...text.matchAll(pattern)]
    .map(({ 0: word, index }) => ({
      word: word.replace(/\s+/g, ' '),
      start: index,
      end: index + word.length,
    }))
    .filter(
      ({ start, end }) =>
        !(OPENING_QUOTE.test(text.slice(0, start).slice(-1)) && CLOSING_QUOTE.test(text.slice(end, end + 1))),
    );
}

/** Whether a key word is one of at least three that are listed one after the other. */
function isListed(text: string, found: readonly KeyWord[], index: number): boolean {
  const isJoined = (at: number): boolean => {
    const [left, right] = [found[at], found[at + 1]];
    return (
      left !== undefined &&
      right !== undefined &&
      LISTING.test(text.slice(left.end, Math.min(right.start, left.end + 16)))
    );
  };
  const before = isJoined(index - 1) ? (isJoined(index - 2) ? 2 : 1) : 0;
  const after = isJoined(index) ? (isJoined(index + 1) ? 2 : 1) : 0;
  return before + after >= 2;
}

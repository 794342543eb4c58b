import { distance } from 'fastest-levenshtein';

/** What may have been meant, and whether it can be nothing else. */
export interface Guess {
  /** Names that are equally near. */
  readonly names: readonly string[];
  readonly isCertain: boolean;
}

/** How many comparisons of names a run may make: thousands of broken links in thousands of headings are not worth minutes. */
export interface Budget {
  comparisons: number;
}

/** A budget that no honest tree uses up. */
export function newBudget(): Budget {
  return { comparisons: 1_000_000 };
}

const NONE: Guess = { names: [], isCertain: false };

/** More are of no help. */
const MOST = 3;

/**
 * The names most like a word, if any is near enough to be meant (a third of its letters differ at most). One is certain where it is the
 * only one as near, hardly a letter differs, and the digits are the same: `step-2` is not `step-3` misspelt.
 */
export function closest(word: string, candidates: readonly string[], budget: Budget): Guess {
  budget.comparisons -= candidates.length;
  if (budget.comparisons < 0) return NONE;
  const limit = word.length < 3 ? 0 : Math.max(1, Math.floor(word.length / 3));
  let best = limit + 1;
  let names: string[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > best) continue;
    const current = distance(word.toLowerCase(), candidate.toLowerCase());
    if (current > limit || current > best) continue;
    if (current < best) names = [];
    best = current;
    names.push(candidate);
  }
  if (names.length === 0) return NONE;
  const isCertain =
    names.length === 1 && best <= slipsIn(word) && digitsOf(word) === digitsOf(names[0] as string);
  return { names: names.slice(0, MOST), isCertain };
}

/** How many letters of a word somebody may get wrong and still mean no other word. */
function slipsIn(word: string): number {
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

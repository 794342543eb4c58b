import { isBlank } from '../text/line';
import type { HelpDocument } from './dialect';

/** Something that tells a grammar from the others when it stands on any line of a page. */
export interface Sign {
  /** What the sign adds to the score, once per page; below 0 for what only other libraries print. */
  readonly weight: number;
  /** Tried on each line's text without its indentation; must be anchored or linear. */
  readonly pattern: RegExp;
  /** Tried on lines at the left margin only. */
  readonly atMargin?: true;
}

/** The sum of the signs that a page shows, not below 0 and not above 1. */
export function scoreSigns(document: HelpDocument, signs: readonly Sign[]): number {
  return clamp(sumSigns(document, signs));
}

/** The same sum as it is, for scores that are put together from more than signs. */
export function sumSigns({ lines }: HelpDocument, signs: readonly Sign[]): number {
  const open = new Set(signs);
  let score = 0;
  for (const line of lines) {
    if (isBlank(line)) continue;
    for (const sign of open) {
      if ((sign.atMargin === true && line.indent > 0) || !sign.pattern.test(line.text)) continue;
      score += sign.weight;
      open.delete(sign);
    }
  }
  return score;
}

/** A sum as a score of `Dialect.detect`. */
export function clamp(score: number): number {
  return Math.max(0, Math.min(1, score));
}

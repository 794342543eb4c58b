/** Characters that look like a hyphen and are none that is typed: U+00AD, U+2010–2015, U+2212, U+FE58, U+FE63, U+FF0D. */
const LOOKALIKES = /[\u00AD\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;

/**
 * The same text with plain hyphens for all that look like one; offsets stay what they are.
 *
 * @req FP-SPEC-005
 */
export function plainHyphens(text: string): string {
  return text.replace(LOOKALIKES, '-');
}

/** Whether a text has a character that only looks like a hyphen. */
export function hasLookalike(text: string): boolean {
  return text.search(LOOKALIKES) !== -1;
}

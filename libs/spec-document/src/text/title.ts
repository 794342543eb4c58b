/** Graphemes of a title at the most, the ellipsis included. */
const LONGEST = 120;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text in one line, without what is left over where ids were taken out: `[]`, `( & )`, a dash at the beginning. */
export function cleanText(text: string): string {
  return text
    .replace(/[[(][\s,;&/+]*[\])]/g, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/^ ?(?:\[![A-Za-z]{1,20}\] )?(?:\[[ xX]\] )?(?:[:;,.–—]+ ?|-+ )*/, '')
    .replace(/ (?=[.,;:!?](?:\s|$))/g, '')
    .replace(/(?: [–—-]+)? ?$/, '');
}

/**
 * A title of 120 graphemes at the most: cut at a word where there is one, with an ellipsis.
 *
 * @req FP-SPEC-007
 */
export function cutTitle(text: string): string {
  if (text.length <= LONGEST) return text;
  let [kept, count] = ['', 0];
  for (const { segment } of graphemes.segment(text)) {
    count += 1;
    if (count > LONGEST) return `${atWord(withoutLast(kept), text)}…`;
    kept += segment;
  }
  return kept;
}

function withoutLast(text: string): string {
  const all = [...graphemes.segment(text)];
  return text.slice(0, all.at(-1)?.index ?? 0);
}

function atWord(kept: string, text: string): string {
  const isBetween = /\s/.test(text.charAt(kept.length));
  const blank = kept.lastIndexOf(' ');
  const cut = isBetween || blank < kept.length / 2 ? kept : kept.slice(0, blank);
  return cut.replace(/[\s,;:–—-]+$/, '');
}

import type { UnitTest } from './syntax';

const WHITE = new Set([...'\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff'].map(unitOf));
const LINE_ENDS = new Set([...'\n\r\u2028\u2029'].map(unitOf));
const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', v: '\v', f: '\f', 0: '\0' };

/** Whether a unit is one of `\w`. */
export const isWord: UnitTest = (unit) =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || unit === 95 || (unit >= 97 && unit <= 122);

/** Whether a unit ends a line. */
export const isLineEnd: UnitTest = (unit) => LINE_ENDS.has(unit);

const isDigit: UnitTest = (unit) => unit >= 48 && unit <= 57;
const isWhite: UnitTest = (unit) => WHITE.has(unit) || (unit >= 0x2000 && unit <= 0x200a);

/** The set that the letter of an escape names, as in `\d`. */
export function classOf(letter: string): UnitTest | undefined {
  const sets: Readonly<Record<string, UnitTest>> = { w: isWord, d: isDigit, s: isWhite };
  const set = sets[letter.toLowerCase()];
  if (set === undefined || !/[wds]/i.test(letter)) return undefined;
  return letter === letter.toLowerCase() ? set : (unit) => !set(unit);
}

/** The unit that the letter of an escape stands for; undefined where the letter has a meaning that is not a unit. */
export function controlOf(letter: string): number | undefined {
  const control = Object.hasOwn(CONTROLS, letter) ? CONTROLS[letter] : undefined;
  if (control !== undefined) return unitOf(control);
  return /[A-Za-z0-9]/.test(letter) ? undefined : unitOf(letter);
}

/** The first UTF-16 unit of a text. */
export function unitOf(text: string): number {
  return text.charCodeAt(0);
}

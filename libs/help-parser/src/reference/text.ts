// The characters with the Unicode property White_Space. String.trim differs: it leaves U+0085 and takes U+FEFF.
const WHITE_SPACE =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
const WORD = new RegExp(`[^${WHITE_SPACE}]+`, 'g');

/** Removes every leading character that is one of `chars`. */
export function stripStart(text: string, chars: string): string {
  let start = 0;
  while (start < text.length && chars.includes(text.charAt(start))) start++;
  return text.slice(start);
}

/** Removes every trailing character that is one of `chars`. */
export function stripEnd(text: string, chars: string): string {
  let end = text.length;
  while (end > 0 && chars.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Removes characters of `chars` at both ends. */
export function strip(text: string, chars: string): string {
  return stripEnd(stripStart(text, chars), chars);
}

/** Removes Unicode white space at both ends. */
export function trim(text: string): string {
  return strip(text, WHITE_SPACE);
}

/** Removes leading Unicode white space. */
export function trimStart(text: string): string {
  return stripStart(text, WHITE_SPACE);
}

/** Removes trailing Unicode white space. */
export function trimEnd(text: string): string {
  return stripEnd(text, WHITE_SPACE);
}

/** The words of a text, parted by Unicode white space. */
export function words(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** Lower case of A-Z alone; other letters stay as they are. */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Whether a line starts with a space or a tab, the only indentation that counts. */
export function isIndented(line: string): boolean {
  return line.startsWith(' ') || line.startsWith('\t');
}

/** Takes one trailing `...` off a word and says whether it was there. */
export function withoutDots(word: string): { readonly rest: string; readonly variadic: boolean } {
  return word.endsWith('...') ? { rest: word.slice(0, -3), variadic: true } : { rest: word, variadic: false };
}

const PLAIN = /^[0-9A-Za-z_./:-]*$/;
const UNPRINTABLE = /[\p{C}\p{Z}\p{Grapheme_Extend}]/u;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\0', '\\0'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  [' ', ' '],
]);

/**
 * A word as it stands in a command line of rules version 1: in double quotes, with backslash escapes, as soon as a character
 * outside `[0-9A-Za-z_./:-]` is in it (parity contract §3).
 */
export function quoteWord(word: string): string {
  return PLAIN.test(word) ? word : `"${Array.from(word, escapeCharacter).join('')}"`;
}

function escapeCharacter(character: string): string {
  const escape = ESCAPES.get(character);
  if (escape !== undefined) return escape;
  return UNPRINTABLE.test(character) ? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}` : character;
}

// C0 and C1 controls but LF and TAB, and the marks that turn the direction of text around.
const UNSAFE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Makes text safe to show: CRLF becomes LF, every other control character, bidirectional mark and lone surrogate becomes its
 * escape (`\x1b`, `\u202e`), so that what a tool printed can neither colour nor rewrite a terminal.
 *
 * @req FP-DIAG-012
 */
export function printable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(UNSAFE, (character) => toEscape(character.charCodeAt(0)))
    .replace(LONE_SURROGATE, (character) => toEscape(character.charCodeAt(0)));
}

/** The same on one line. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '\\n');
}

function toEscape(code: number): string {
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

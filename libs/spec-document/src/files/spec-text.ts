import type { Finding, FoundFile } from '@fixpoint/model';
import { notUtf8, tooLarge } from '@fixpoint/structured-text';

/** A spec of more bytes is no text that somebody wrote. */
const MOST_BYTES = 5_000_000;

/** The text of a spec, or why it is none. */
export function specText({ path: file, text, isUtf8 }: FoundFile): string | Finding {
  const size = text.length > MOST_BYTES / 3 ? new TextEncoder().encode(text).length : text.length;
  const about = { derivation: 'spec-extract', file };
  if (size > MOST_BYTES) {
    const fix = `split ${file}, or take it out of "specs.files"`;
    return tooLarge({ ...about, fix }, { size, most: MOST_BYTES, unit: 'bytes' });
  }
  // Bytes that mean nothing were replaced.
  const problem = text.search(isUtf8 ? /\0/ : /[\0\ufffd]/);
  if (problem === -1) return text;
  const line = text.slice(0, problem).split('\n').length;
  return notUtf8({ ...about, position: { line, column: 1 }, fix: `save ${file} as UTF-8` });
}

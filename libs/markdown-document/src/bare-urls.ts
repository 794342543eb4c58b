import type { TextRange } from './linked-document';

/** An address in running text. */
export interface BareUrl extends TextRange {
  readonly target: string;
}

/** Each begins where no word goes on, so that no text is read twice. */
const ADDRESS = /(?<![\w/.@+-])(?:https?:\/\/[^\s<>"`|]+|www\.[^\s<>"`|]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/gi;

/**
 * Addresses in running text, which GitHub makes links: without the punctuation that ends a sentence, and without a closing parenthesis
 * that was opened before the address.
 */
export function bareUrlsIn(content: string, covered: readonly TextRange[]): BareUrl[] {
  return [...content.matchAll(ADDRESS)].flatMap(({ index, 0: text }) => {
    if (covered.some(({ start, end }) => index >= start && index < end)) return [];
    const written = text.slice(0, trimmedLength(text));
    return [{ start: index, end: index + written.length, target: toTarget(written) }];
  });
}

function toTarget(written: string): string {
  if (/^https?:/i.test(written)) return written;
  return /^www\./i.test(written) ? `http://${written}` : `mailto:${written}`;
}

function trimmedLength(url: string): number {
  let end = url.length;
  let surplus = count(url, ')') - count(url, '(');
  for (; end > 0; end -= 1) {
    const last = url[end - 1] as string;
    if (last === ')' && surplus > 0) surplus -= 1;
    else if (!"?!.,:*_~'];".includes(last)) break;
  }
  return end;
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}

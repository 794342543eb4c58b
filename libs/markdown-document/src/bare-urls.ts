import type { TextRange } from './linked-document';

/**
 * Addresses in running text, which GitHub makes links: without the punctuation that ends a sentence, and without a closing parenthesis
 * that was opened before the address.
 */
export function bareUrlsIn(content: string, covered: readonly TextRange[]): TextRange[] {
  const found = content.matchAll(/(?<![\w/])https?:\/\/[^\s<>"`|]+/gi);
  return [...found].flatMap(({ index, 0: text }) => {
    if (covered.some(({ start, end }) => index >= start && index < end)) return [];
    return [{ start: index, end: index + trimmedLength(text) }];
  });
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

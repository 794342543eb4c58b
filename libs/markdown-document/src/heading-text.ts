import MarkdownIt from 'markdown-it';
import { plainText } from './headings';
import type { Token } from './parse-tokens';

const parser = new MarkdownIt({ html: true });

/** Nothing in it can be markup. */
const PLAIN = /^[\p{L}\p{N} ,.;:!?/+=–—'"()-]*$/u;

/** The text of a heading as it is read, from its content. Space at its ends stays: a picture or a tag stood there. */
export function headingText(content: string, environment: object): string {
  if (PLAIN.test(content)) return content;
  const tokens: Token[] = [];
  parser.inline.parse(content, parser, { ...environment }, tokens);
  return plainText(tokens);
}

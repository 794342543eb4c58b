import { printable, printableLine } from './printable';

/**
 * Escapes text for use inside a Markdown line. `@name` and `#1` are parted by an empty comment, because GitHub would make
 * them mentions and references even when they are escaped.
 */
export function escapeMarkdown(text: string): string {
  return printableLine(text)
    .replace(/[\\`*_{}[\]<>|~&$]/g, '\\$&')
    .replace(/([@#])(?=\w)/g, '$1<!-- -->');
}

/** A code span that can hold backticks. */
export function codeSpan(text: string): string {
  const body = printableLine(text);
  const fence = '`'.repeat(longestRun(body) + 1);
  const pad = body.startsWith('`') || body.endsWith('`') || body === '' ? ' ' : '';
  return `${fence}${pad}${body}${pad}${fence}`;
}

/** A fenced block that can hold fences. */
export function codeBlock(language: string, text: string): string {
  const body = printable(text);
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  return `${fence}${language}\n${body}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
}

import * as markdown from '@fixpoint/structured-text';
import { printable, printableLine } from './printable';

/** Text that a tool may have printed, for use inside a line of Markdown. */
export function escapeMarkdown(text: string): string {
  return markdown.escapeMarkdown(printableLine(text));
}

/** A code span of such a text; blanks stay as they are, since fixes are pasted. */
export function codeSpan(text: string): string {
  return markdown.literalSpan(printableLine(text));
}

/** A fenced block of such a text. */
export function codeBlock(text: string, language: string): string {
  return markdown.codeBlock(printable(text), language);
}

import { headOf, renderText } from './text';
import type { TextValue, Value } from './value';

/** What one argument is, judged by how it begins. */
export type Token =
  | { readonly kind: 'flag'; readonly key: string; readonly attached: boolean; readonly note?: string }
  /** Begins like a flag, but which one is only known at run time. */
  | { readonly kind: 'computed'; readonly note: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'word'; readonly text: string }
  /** Something else that is known at least in part: a value, or an argument. */
  | { readonly kind: 'value' }
  | { readonly kind: 'unknown' };

const LONG = /^--[A-Za-z0-9][\w.:-]*$/;
const SHORT = /^-[A-Za-z?][\w.-]*$/;
const ATTACHED = /^(--[A-Za-z0-9][\w.:-]*|-[A-Za-z?][\w.-]*)=/;
const MAX_NOTE = 80;

export function tokenOf(value: Value): Token {
  if (value.kind !== 'text') return { kind: 'unknown' };
  const { head, open } = headOf(value);
  const attached = ATTACHED.exec(head)?.[1];
  if (attached) return { kind: 'flag', key: attached, attached: true, ...noteOf(value) };
  if (open) return openToken(head, value);
  if (head === '--') return { kind: 'end' };
  if (LONG.test(head) || SHORT.test(head)) return { kind: 'flag', key: head, attached: false };
  return { kind: 'word', text: head };
}

function openToken(head: string, text: TextValue): Token {
  // `-n${count}`: a short flag with its value right behind it.
  if (/^-[A-Za-z]$/.test(head)) return { kind: 'flag', key: head, attached: true, ...noteOf(text) };
  if (head.startsWith('-')) return { kind: 'computed', note: shown(text) ?? head };
  return text.parts.some((part) => part.kind === 'static') ? { kind: 'value' } : { kind: 'unknown' };
}

function noteOf(text: TextValue): { note?: string } {
  const note = shown(text);
  return note === undefined ? {} : { note };
}

/** A string as it is written, on one line that is not too long; undefined when its beginning is not known. */
export function shown(text: TextValue): string | undefined {
  const line = renderText(text)?.replace(/\s+/g, ' ');
  return line !== undefined && line.length > MAX_NOTE ? `${line.slice(0, MAX_NOTE - 1)}…` : line;
}

/** Whether a word is spelled as commands are: lower case, digits, hyphens. */
export function isCommandWord(word: string): boolean {
  return /^[a-z][a-z0-9]*([-_:.][a-z0-9]+)*$/.test(word);
}

import type { SnapshotArg } from '@fixpoint/surface-formats';
import { withoutAbsent } from '@fixpoint/surface-formats';
import { splitRow } from './row';
import { isIndented, stripEnd, stripStart, withoutDots, words } from './text';

const CAPITALS = /^[A-Z0-9_-]+$/;

/** Reads a line of an arguments section; undefined when it defines no argument. */
export function readArg(line: string): SnapshotArg | undefined {
  if (!isIndented(line)) return undefined;
  const { head, description } = splitRow(line);
  if (head.startsWith('-')) return undefined;
  const outside = withoutDots(words(head)[0] ?? '');
  const placeholder = readBrackets(outside.rest) ?? readCapitals(outside.rest);
  if (placeholder === undefined) return undefined;
  const inside = withoutDots(placeholder.name);
  if (inside.rest === '') return undefined;
  return withoutAbsent<SnapshotArg>({
    name: inside.rest,
    required: placeholder.required,
    variadic: outside.variadic || inside.variadic,
    note: description === '' ? undefined : description,
  });
}

/** Adds a further line to an argument's note. */
export function appendNote(arg: SnapshotArg, text: string): SnapshotArg {
  return { ...arg, note: arg.note === undefined ? text : `${arg.note}\n${text}` };
}

/** Reads `<NAME>` (required) and `[NAME]` (optional); repeated brackets of one kind count as one. */
export function readBrackets(
  word: string,
): { readonly name: string; readonly required: boolean } | undefined {
  if (word.startsWith('<') && word.endsWith('>')) return { name: inner(word, '<', '>'), required: true };
  if (word.startsWith('[') && word.endsWith(']')) return { name: inner(word, '[', ']'), required: false };
  return undefined;
}

function inner(word: string, open: string, close: string): string {
  return stripEnd(stripStart(word, open), close);
}

function readCapitals(word: string): { readonly name: string; readonly required: boolean } | undefined {
  return CAPITALS.test(word) ? { name: word, required: false } : undefined;
}

import { decode, type FileState } from '../view/tree';
import { trimmed } from '../shared/words';

/** What a pointer file says. */
export type PointerReading =
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** Not one plain line; `line` is what the first line says without the white space around it. */
  | { readonly kind: 'format'; readonly problem: string; readonly line: string }
  | { readonly kind: 'value'; readonly value: string };

/** How a pointer is read: what counts as a version, and whether it may point nowhere. */
export interface PointerRule {
  readonly isStableVersion: (text: string) => boolean;
  readonly noneAllowed: boolean;
}

/** Reads a pointer file: one line with a version (or `none`) and one line end, nothing else (parity contract §9.3 b). */
export function readPointer(state: FileState, { isStableVersion, noneAllowed }: PointerRule): PointerReading {
  if (state.kind !== 'present') return state;
  const text = decode(state.bytes);
  if (text === undefined) return { kind: 'unreadable', reason: 'it is not UTF-8' };
  const problem = formatProblem(text);
  if (problem !== undefined) return { kind: 'format', problem, line: firstLine(text) };
  const value = text.slice(0, -1);
  if (value === 'none') return noneAllowed ? { kind: 'none' } : { kind: 'value', value };
  return isStableVersion(value) ? { kind: 'version', version: value } : { kind: 'value', value };
}

function formatProblem(text: string): string | undefined {
  if (!text.endsWith('\n')) return 'the final line end is missing';
  const line = text.slice(0, -1);
  if (line.includes('\n')) return 'it has more than one line';
  if (line.includes('\r')) return 'it has a carriage return';
  return line === trimmed(line) ? undefined : 'it has white space around its value';
}

function firstLine(text: string): string {
  return trimmed(text.split('\n')[0] ?? '');
}

import { isStrictVersion, NO_VERSION } from '@fixpoint/surface-formats';

/** What a pointer file says. */
export type PointerValue =
  | { readonly kind: 'absent' }
  | { readonly kind: 'none' }
  | { readonly kind: 'version'; readonly version: string }
  | { readonly kind: 'malformed'; readonly text: string };

/** Reads a pointer: one line that is `none` or a version. White space around it is tolerated, since writing mends it. */
export function readPointerValue(text: string | undefined): PointerValue {
  if (text === undefined) return { kind: 'absent' };
  const word = text.trim();
  if (word === NO_VERSION) return { kind: 'none' };
  return isStrictVersion(word) ? { kind: 'version', version: word } : { kind: 'malformed', text: word };
}

/** The pointer's value in short, for people. */
export function describePointer(value: PointerValue): string {
  if (value.kind === 'version') return value.version;
  return value.kind === 'malformed' ? JSON.stringify(value.text.slice(0, 40)) : value.kind;
}

/** The text of a pointer file: one line. */
export function pointerText(value: string): string {
  return `${value}\n`;
}

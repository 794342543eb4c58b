import { fromPointer, isRecord } from '@fixpoint/structured-text';

/** How many references may follow one another before they are taken for a circle. */
const LONGEST_CHAIN = 100;

/** The value that references within one document lead to; itself where they lead nowhere. */
export function followLocal(root: unknown, value: unknown): unknown {
  let at = value;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const reference = isRecord(at) ? at['$ref'] : undefined;
    if (typeof reference !== 'string' || !reference.startsWith('#')) return at;
    const target = valueAt(root, reference.slice(1));
    if (target === undefined) return value;
    at = target;
  }
  return value;
}

function valueAt(root: unknown, fragment: string): unknown {
  let value = root;
  for (const key of fromPointer(decode(fragment))) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

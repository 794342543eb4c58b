import { isRecord, toPointer } from '@fixpoint/structured-text';

/** A place in a document, of which a test has been passed. */
type Wanted = (key: string, value: unknown) => boolean;

/** The pointer of the first value that is wanted, in document order; empty when there is none. */
export function firstPlace(root: unknown, wanted: Wanted): string {
  const waiting: { readonly value: unknown; readonly at: readonly string[] }[] = [{ value: root, at: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, at } = next;
    const children = Array.isArray(value)
      ? [...value.entries()].map(([index, item]) => [String(index), item] as const)
      : isRecord(value)
        ? Object.entries(value)
        : [];
    const found = children.find(([key, child]) => isRecord(value) && wanted(key, child));
    if (found !== undefined) return toPointer([...at, found[0]]);
    waiting.push(...children.reverse().map(([key, child]) => ({ value: child, at: [...at, key] })));
  }
  return '';
}

/** All keys of all objects in a document. */
export function allKeys(root: unknown): ReadonlySet<string> {
  return new Set(entriesOf(root).map(([key]) => key));
}

/** The different values that a key has in a document. */
export function valuesOf(root: unknown, key: string): ReadonlySet<unknown> {
  return new Set(entriesOf(root).flatMap(([name, value]) => (name === key ? [value] : [])));
}

function entriesOf(root: unknown): (readonly [string, unknown])[] {
  const entries: (readonly [string, unknown])[] = [];
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) waiting.push(...(value as unknown[]));
    else if (isRecord(value)) {
      entries.push(...Object.entries(value));
      waiting.push(...Object.values(value));
    }
  }
  return entries;
}

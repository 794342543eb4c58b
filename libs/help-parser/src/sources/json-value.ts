import { fromPointer } from '@fixpoint/structured-text';

/** A named entry of a list (without name) or of a dictionary. */
export interface Entry {
  readonly key?: string;
  readonly value: unknown;
}

/** What stands at a JSON pointer below a value; undefined without pointer or where nothing stands. */
export function valueAt(value: unknown, pointer: string | undefined): unknown {
  if (pointer === undefined) return undefined;
  return fromPointer(pointer).reduce<unknown>(
    (at, segment) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, segment)
        ? (at as Record<string, unknown>)[segment]
        : undefined,
    value,
  );
}

/** The entries of a list or a dictionary; none of anything else. */
export function entriesAt(value: unknown, pointer: string): Entry[] {
  const found = valueAt(value, pointer);
  if (Array.isArray(found)) return found.map((item: unknown) => ({ value: item }));
  if (typeof found !== 'object' || found === null) return [];
  return Object.entries(found).map(([key, item]) => ({ key, value: item as unknown }));
}

/** The text of a value; of a number or a truth value as JSON writes it. */
export function textAt(value: unknown, pointer: string | undefined): string | undefined {
  const found = valueAt(value, pointer);
  if (typeof found === 'string') return found === '' ? undefined : found;
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined;
}

/** The texts of a list, or a single text parted at `|`. */
export function textsAt(value: unknown, pointer: string | undefined): string[] {
  const found = valueAt(value, pointer);
  if (typeof found === 'string') return found.split('|').filter((text) => text !== '');
  return Array.isArray(found) ? found.filter((item): item is string => typeof item === 'string') : [];
}

/** Whether a value says yes: neither absent nor empty nor false. */
export function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}

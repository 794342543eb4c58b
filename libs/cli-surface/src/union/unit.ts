import { compareBytes } from '@fixpoint/surface-formats';

/** A unit as each input has it, by the input's position in target order; undefined where it has none. */
export type Seen<T> = readonly (T | undefined)[];

/** A unit as a bag of fields, for what rules say by field name. */
export type Fields = Readonly<Record<string, unknown>>;

/** A field on which inputs may disagree; the order of a `set` does not count. */
export interface ComparedField {
  readonly name: string;
  readonly set?: true;
}

/** What a union says of one kind of unit. */
export interface UnitRules {
  /** Fields of the format of version 1, copied from the canonical target before `available_on` or the nested lists. */
  readonly carried: readonly string[];
  /** Fields of rules version 2, copied after everything else. */
  readonly added: readonly string[];
  /** In byte order of their names. */
  readonly compared: readonly ComparedField[];
}

/** Units by identity, each as every input has it; a later duplicate within one input replaces an earlier one. */
export function gather<T>(
  lists: readonly (readonly T[] | null | undefined)[],
  identity: (item: T) => string,
): Map<string, Seen<T>> {
  const units = new Map<string, (T | undefined)[]>();
  lists.forEach((list, index) => {
    for (const item of list ?? []) {
      const key = identity(item);
      let seen = units.get(key);
      if (seen === undefined) units.set(key, (seen = new Array<T | undefined>(lists.length).fill(undefined)));
      seen[index] = item;
    }
  });
  return units;
}

/** The entries of a map in byte order of their keys. */
export function inByteOrder<T>(units: ReadonlyMap<string, T>): [string, T][] {
  return [...units].sort(([a], [b]) => compareBytes(a, b));
}

/** A field's value, null when it is absent or an empty list. */
export function valueOf(unit: Fields, field: string): unknown {
  const value = unit[field] ?? null;
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/** Whether two values of a field mean the same. */
export function sameValue(a: unknown, b: unknown, field: ComparedField): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  if (a.length !== b.length) return false;
  const [left, right] = field.set ? [a.toSorted(), b.toSorted()] : [a, b];
  return left.every((item, index) => item === right[index]);
}

/** Whether two units hold the very same values: a quick answer before any field is looked at by name. */
export function identical(a: Fields, b: Fields): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Copies those of the fields that are there. */
export function copyFields(from: Fields, fields: readonly string[], to: Record<string, unknown>): void {
  for (const field of fields) {
    const value = valueOf(from, field);
    if (value !== null) to[field] = value;
  }
}

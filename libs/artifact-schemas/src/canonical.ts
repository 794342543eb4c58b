import { compareBytes } from '@fixpoint/surface-formats';
import type { ListType, RecordType, ValueType } from './record-type';

/**
 * A value with its keys and lists in canonical order and without empty optional lists; the value must have the type's shape.
 *
 * Keys that the type does not know are left out; lists that have no order keep theirs.
 */
export function canonical(value: unknown, type: ValueType): unknown {
  if (type.kind === 'record') return canonicalRecord(value as Record<string, unknown>, type);
  if (type.kind === 'map' || type.kind === 'any') return sortKeys(value);
  return type.kind === 'list' ? canonicalList(value as readonly unknown[], type) : value;
}

function canonicalRecord(value: Readonly<Record<string, unknown>>, type: RecordType): unknown {
  if (type.open) return sortKeys(value);
  const record: Record<string, unknown> = {};
  for (const { name, type: fieldType, required } of type.fields) {
    const field = value[name];
    if (field === undefined || field === null) continue;
    if (!required && Array.isArray(field) && field.length === 0) continue;
    record[name] = canonical(field, fieldType);
  }
  return record;
}

function canonicalList(value: readonly unknown[], { item, order }: ListType): unknown[] {
  const list = value.map((entry) => canonical(entry, item));
  return order === undefined ? list : list.sort(order.compare as (a: unknown, b: unknown) => number);
}

/** JSON with the keys of every object in byte order. */
export function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(record)
      .sort(compareBytes)
      .map((key) => [key, sortKeys(record[key])]),
  );
}

import { compareBytes, toJsonText, type Snapshot } from '@fixpoint/surface-formats';
import type { ListType, RecordType, ValueType } from './record-type';
import { SNAPSHOT } from './snapshot-type';

/**
 * The bytes of `snapshots/<version>/<target_triple>.json`: keys in the fixed order of the format (parity contract §2.10, the
 * fields of rules version 2 after those of version 1), commands, flags, arguments and omissions sorted, the keys of
 * `features` sorted at every level, empty optional lists left out.
 *
 * Keys that the format does not know are left out; the order of aliases, choices and value names is that of the help page.
 */
export function snapshotText(snapshot: Snapshot): string {
  return toJsonText(canonical(snapshot, SNAPSHOT));
}

/** A value with its keys and lists in canonical order; the value must have the type's shape. */
export function canonical(value: unknown, type: ValueType): unknown {
  if (type.kind === 'record') return canonicalRecord(value as Record<string, unknown>, type);
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

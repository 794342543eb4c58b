import { compareText } from '@fixpoint/model';
import { isRecord } from '@fixpoint/structured-text';

/** A value as JSON on one line, the same for equal values whatever the order of their keys. */
export function canonicalText(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sorted(part) : part)) ?? 'undefined'
  );
}

// A prototype would take `__proto__` for itself.
function sorted(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(record).sort(compareText)) result[key] = record[key];
  return result;
}

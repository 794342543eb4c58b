import type { Finding } from '@fixpoint/model';
import { findingAt, isRecord } from '@fixpoint/structured-text';
import type { RootDocument } from './root-facts';

/** A finding at a place of a committed document. */
export function problemAt(
  document: RootDocument,
  pointer: string,
  problem: Pick<Finding, 'id' | 'message' | 'fix' | 'expected' | 'actual'>,
): Finding {
  return findingAt(document, pointer, { ...problem, id: `consistency/${problem.id}` });
}

/** A finding about a file or directory as a whole. */
export function problemOf(
  file: string,
  problem: Pick<Finding, 'id' | 'message' | 'fix' | 'expected' | 'actual'>,
): Finding {
  return { severity: 'error', ...problem, id: `consistency/${problem.id}`, file };
}

/** The value that some keys lead to; undefined where an object or a key is missing. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (current, key) => (isRecord(current) && Object.hasOwn(current, key) ? current[key] : undefined),
    value,
  );
}

/** The texts of a list; none where there is no list. */
export function textsAt(value: unknown, ...keys: readonly string[]): readonly string[] {
  const found = valueAt(value, ...keys);
  return Array.isArray(found) ? found.filter((item) => typeof item === 'string') : [];
}

/** The records of a list with their places; none where there is no list. */
export function recordsAt(
  value: unknown,
  key: string,
): { record: Record<string, unknown>; pointer: string }[] {
  const found = valueAt(value, key);
  if (!Array.isArray(found)) return [];
  return found.flatMap((record, index) =>
    isRecord(record) ? [{ record, pointer: `/${key}/${index}` }] : [],
  );
}

/** Whether two lists hold the same texts in the same order. */
export function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

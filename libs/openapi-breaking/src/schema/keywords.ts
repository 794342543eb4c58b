import { isRecord } from '@fixpoint/structured-text';
import type { Part } from './expand';

/** The object of a part; that of `true` and `false` has no keys. */
export function objectOf({ value }: Part): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** The values of a keyword in all parts that have it. */
export function valuesOf(parts: readonly Part[], keyword: string): unknown[] {
  return parts.flatMap((part) => {
    const object = objectOf(part);
    return Object.hasOwn(object, keyword) ? [object[keyword]] : [];
  });
}

/** The first text of a keyword. */
export function textOf(parts: readonly Part[], keyword: string): string | undefined {
  return valuesOf(parts, keyword).find((value) => typeof value === 'string');
}

/** The numbers of a keyword. */
export function numbersOf(parts: readonly Part[], keyword: string): number[] {
  return valuesOf(parts, keyword).filter(
    (value): value is number => typeof value === 'number' && Number.isFinite(value),
  );
}

/** Whether a keyword is true anywhere. */
export function isTrue(parts: readonly Part[], keyword: string): boolean {
  return valuesOf(parts, keyword).includes(true);
}

/** The texts of a list, whatever else may be in it. */
export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

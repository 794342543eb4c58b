import { isRecord } from '@fixpoint/structured-text';
import type { Step } from '../schema/schema-change';

/** The values of a body that a way through its schema leads to: one, several below lists, or none. */
export function valuesAt(body: unknown, path: readonly Step[]): unknown[] {
  return path.reduce<unknown[]>((values, step) => values.flatMap((value) => next(value, step)), [body]);
}

function next(value: unknown, step: Step): unknown[] {
  if (step === 'items') return Array.isArray(value) ? (value as unknown[]) : [];
  if (!isRecord(value)) return [];
  if (step === 'values') return Object.values(value);
  return Object.hasOwn(value, step.property) ? [value[step.property]] : [];
}

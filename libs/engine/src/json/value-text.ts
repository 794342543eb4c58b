import { isScalar } from './json-kinds';

const IN_MESSAGE = 80;
const IN_FIELD = 400;
/** Units of common text that are kept before the first difference of two long values. */
const LEAD = 20;

/** A value as compact JSON for `expected` and `actual`; what is too long is cut with a count. */
export function valueText(value: unknown): string {
  return cut(JSON.stringify(value), IN_FIELD);
}

/** The items of a list of scalars, separated by commas, short enough for a message. */
export function listText(list: readonly unknown[]): string {
  return cut(list.map((item) => JSON.stringify(item)).join(', '), IN_MESSAGE);
}

/** Two values as compact JSON, short enough for a message and cut so that their difference shows. */
export function valuePair(actual: unknown, expected: unknown): readonly [string, string] {
  const a = JSON.stringify(actual);
  const b = JSON.stringify(expected);
  const start = differenceStart(a, b);
  const skip = start <= IN_MESSAGE - LEAD ? 0 : start - LEAD;
  return [window(a, skip), window(b, skip)];
}

/** What one list of scalars has that the other has not; both empty when only order or repetition differ. */
export function listDifference(actual: readonly unknown[], expected: readonly unknown[]) {
  const lacks = expected.filter((item) => !actual.includes(item));
  const has = actual.filter((item) => !expected.includes(item));
  return { lacks, has };
}

/** Whether both values are lists of strings, numbers, booleans or nulls. */
export function areScalarLists(values: readonly unknown[]): values is readonly (readonly unknown[])[] {
  return values.every((value) => Array.isArray(value) && value.every(isScalar));
}

function differenceStart(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index;
}

function window(text: string, skip: number): string {
  return skip === 0 ? cut(text, IN_MESSAGE) : `…${cut(text.slice(safeIndex(text, skip)), IN_MESSAGE)}`;
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = safeIndex(text, limit);
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}

/** An index that does not fall between the halves of a surrogate pair. */
function safeIndex(text: string, index: number): number {
  return /[\uDC00-\uDFFF]/.test(text[index] ?? '') ? index - 1 : index;
}

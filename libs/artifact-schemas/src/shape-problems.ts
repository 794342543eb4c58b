import { nearest } from '@fixpoint/structured-text';
import type { Problem } from './problem';
import type { ListType, RecordType, ScalarType, ValueType } from './record-type';

/**
 * Every place where a value is not of a type, in document order.
 *
 * @param strict also refuses unknown keys, null for an absent fact, texts that break their pattern and `false` marks; without
 * it a document is read as tolerantly as rules version 1 asks (parity contract §1.5)
 */
export function shapeProblems(value: unknown, type: ValueType, strict: boolean): Problem[] {
  const walk: Walk = { strict, at: [], problems: [] };
  visit(value, type, walk);
  return walk.problems;
}

interface Walk {
  readonly strict: boolean;
  /** Where the walk stands; copied into problems only. */
  readonly at: (string | number)[];
  readonly problems: Problem[];
}

function visit(value: unknown, type: ValueType, walk: Walk): void {
  if (type.kind === 'record') visitRecord(value, type, walk);
  else if (type.kind === 'list') visitList(value, type, walk);
  else if (type.kind === 'map') visitMap(value, type.value, walk);
  else {
    const expected = expectation(value, type, walk.strict);
    if (expected !== undefined) mismatch(value, expected, walk);
  }
}

// What a scalar should have been, or undefined when it is all right.
function expectation(value: unknown, type: ScalarType, strict: boolean): string | undefined {
  switch (type.kind) {
    case 'text':
      return textExpectation(value, type.pattern, strict);
    case 'word':
      return type.words.includes(value as string) ? undefined : `one of ${type.words.join(', ')}`;
    case 'constant':
      return value === type.value ? undefined : JSON.stringify(type.value);
    default:
      return isOfKind(value, type.kind, strict) ? undefined : MEANINGS[type.kind];
  }
}

const MEANINGS = {
  count: 'a whole number',
  boolean: 'true or false',
  true: 'true, or no such key',
  any: 'anything',
} as const;

function isOfKind(value: unknown, kind: keyof typeof MEANINGS, strict: boolean): boolean {
  if (kind === 'count') return Number.isSafeInteger(value) && (value as number) >= 0;
  if (kind === 'boolean') return typeof value === 'boolean';
  return kind === 'any' || isTrue(value, strict);
}

function textExpectation(
  value: unknown,
  pattern: { readonly expression: RegExp; readonly meaning: string } | undefined,
  strict: boolean,
): string | undefined {
  if (typeof value !== 'string') return 'a string';
  return strict && pattern?.expression.test(value) === false ? pattern.meaning : undefined;
}

// Tolerant readers take an explicit false for the absence that the formats ask for.
function isTrue(value: unknown, strict: boolean): boolean {
  return value === true || (!strict && value === false);
}

function visitList(value: unknown, { item }: ListType, walk: Walk): void {
  if (!Array.isArray(value)) return mismatch(value, 'a list', walk);
  for (let index = 0; index < value.length; index++) {
    walk.at.push(index);
    visit(value[index], item, walk);
    walk.at.pop();
  }
}

function visitMap(value: unknown, item: ValueType, walk: Walk): void {
  if (!isObject(value)) return mismatch(value, 'an object', walk);
  for (const key of Object.keys(value)) {
    walk.at.push(key);
    visit(value[key], item, walk);
    walk.at.pop();
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function visitRecord(value: unknown, type: RecordType, walk: Walk): void {
  if (type.open && !walk.strict) return;
  if (!isObject(value)) return mismatch(value, 'an object', walk);
  const record = value;
  for (const key of Object.keys(record)) visitKey(key, record[key], type, walk);
  for (const name of type.required) {
    if (isAbsent(record[name], walk)) {
      add(walk, { kind: 'shape', message: `${name} is missing`, expected: name });
    }
  }
  if (type.anyOf?.every((name) => isAbsent(record[name], walk)) === true) {
    add(walk, { kind: 'shape', message: `one of ${type.anyOf.join(', ')} is needed` });
  }
}

// Only the keys that are there are looked at: records are small, the table of what they may hold is not.
function visitKey(key: string, value: unknown, type: RecordType, walk: Walk): void {
  const field = type.byName.get(key);
  if (field === undefined ? type.open || !walk.strict : isAbsent(value, walk)) return;
  walk.at.push(key);
  if (field === undefined) unknownKey(key, type, walk);
  else visit(value, field.type, walk);
  walk.at.pop();
}

function isAbsent(value: unknown, { strict }: Walk): boolean {
  return value === undefined || (value === null && !strict);
}

function unknownKey(key: string, type: RecordType, walk: Walk): void {
  const meant = nearest(key, [...type.byName.keys()]);
  add(walk, {
    kind: 'unknown-key',
    message: `${key} is not a key of this record${meant === undefined ? '' : `; ${meant} is`}`,
    expected: meant,
    actual: key,
  });
}

function mismatch(value: unknown, expected: string, walk: Walk): void {
  const actual = describe(value);
  const name = walk.at.findLast((step) => typeof step === 'string') ?? 'the document';
  add(walk, { kind: 'shape', message: `${name} must be ${expected}, not ${actual}`, expected, actual });
}

function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

function add(walk: Walk, problem: Omit<Problem, 'at'>): void {
  walk.problems.push({ ...problem, at: [...walk.at] });
}

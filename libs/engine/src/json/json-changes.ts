import { isObject, isScalar, type JsonObject } from './json-kinds';
import type { JsonPath } from './json-text';
import { listChanges } from './list-changes';

/** A list element that a person has a name for, such as a flag of a command. */
export interface Unit {
  readonly label: string;
  readonly path: JsonPath;
}

/** One difference between a committed document and what the inputs give. */
export interface Change {
  /**
   * - `value`: a field differs, or stands on one side only (`actual` or `expected` is then undefined)
   * - `missing`: an element that the inputs give is not committed
   * - `extra`: an element is committed that the inputs do not give
   * - `order`: a list has the same elements in another order
   */
  readonly kind: 'value' | 'missing' | 'extra' | 'order';
  /** Where it is in the committed document; for `missing` the list that lacks the element. */
  readonly path: JsonPath;
  /** For `missing`: the committed element that it should follow. */
  readonly anchor?: JsonPath;
  /** The named element that the change is about; absent when it is about the document itself. */
  readonly unit?: Unit;
  /** The field inside the unit or document, joined by dots. */
  readonly field: string;
  readonly actual?: unknown;
  readonly expected?: unknown;
}

/** Where the comparison stands. */
export interface Place {
  readonly path: JsonPath;
  readonly unit?: Unit;
  readonly field: readonly (string | number)[];
}

const DOCUMENT: Place = { path: [], field: [] };

/** Compares two JSON values and names what differs, in the order of the committed document. */
export function jsonChanges(actual: unknown, expected: unknown, place: Place = DOCUMENT): Change[] {
  if (isObject(actual) && isObject(expected)) return objectChanges(actual, expected, place);
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.every(isScalar) && expected.every(isScalar)
      ? scalarListChanges(actual, expected, place)
      : listChanges(actual, expected, place);
  }
  return Object.is(actual, expected) ? [] : [valueChange(actual, expected, place)];
}

/** The change of a whole value. */
export function valueChange(actual: unknown, expected: unknown, place: Place): Change {
  const { path, unit, field } = place;
  return { kind: 'value', path, unit, field: field.join('.'), actual, expected };
}

function objectChanges(actual: JsonObject, expected: JsonObject, place: Place): Change[] {
  const keys = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  return [...keys].flatMap((key) => {
    const at = { ...place, field: [...place.field, key] };
    const inside = { ...at, path: [...place.path, key] };
    const hasActual = Object.hasOwn(actual, key);
    if (hasActual && Object.hasOwn(expected, key)) return jsonChanges(actual[key], expected[key], inside);
    // Formats leave out empty lists, so an absent list lacks every element of the other one.
    const present = hasActual ? actual[key] : expected[key];
    if (isElementList(present)) {
      return hasActual ? listChanges(present, [], inside) : listChanges([], present, at);
    }
    // Not read from the other side: there a key such as `constructor` would be inherited.
    return [hasActual ? valueChange(present, undefined, inside) : valueChange(undefined, present, at)];
  });
}

function isElementList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

function scalarListChanges(actual: unknown[], expected: unknown[], place: Place): Change[] {
  const isSame =
    actual.length === expected.length && actual.every((item, index) => Object.is(item, expected[index]));
  return isSame ? [] : [valueChange(actual, expected, place)];
}

import { diffArrays } from 'diff';
import type { Identity } from './identity';
import { identities } from './identity';
import { type Change, jsonChanges, type Place, type Unit, valueChange } from './json-changes';

/** Edits after which elements without identity are simply compared by position. */
const MAX_EDITS = 500;

/** Compares two lists of which at least one holds objects or lists. */
export function listChanges(
  actual: readonly unknown[],
  expected: readonly unknown[],
  place: Place,
): Change[] {
  const listName = String(place.field.at(-1) ?? 'document');
  const actualIds = identities(actual, listName);
  const expectedIds = identities(expected, listName);
  if (actualIds === undefined || expectedIds === undefined) return sequenceChanges(actual, expected, place);
  return identifiedChanges(
    { place, elements: actual, ids: actualIds },
    { place, elements: expected, ids: expectedIds },
  );
}

/** One side of a list whose elements all have an identity. */
interface Side {
  readonly place: Place;
  readonly elements: readonly unknown[];
  readonly ids: readonly Identity[];
}

function identifiedChanges(actual: Side, expected: Side): Change[] {
  const expectedByKey = new Map(expected.ids.map((id, index) => [id.key, expected.elements[index]]));
  const actualIndex = new Map(actual.ids.map((id, index) => [id.key, index]));
  const inCommitted = actual.ids.flatMap((id, index): Change[] => {
    const at = elementPlace(actual.place, id, index);
    if (expectedByKey.has(id.key)) return jsonChanges(actual.elements[index], expectedByKey.get(id.key), at);
    return [{ kind: 'extra', path: at.path, unit: at.unit, field: '', actual: actual.elements[index] }];
  });
  const missing = expected.ids.flatMap((id, index): Change[] => {
    if (actualIndex.has(id.key)) return [];
    const before = expected.ids.slice(0, index).findLast((earlier) => actualIndex.has(earlier.key));
    const anchor = before && [...actual.place.path, actualIndex.get(before.key) as number];
    const { unit } = elementPlace(actual.place, id, index);
    const path = actual.place.path;
    return [{ kind: 'missing', path, anchor, unit, field: '', expected: expected.elements[index] }];
  });
  return [...inCommitted, ...missing, ...orderChanges(actual, expected)];
}

function orderChanges(actual: Side, expected: Side): Change[] {
  const expectedKeys = new Set(expected.ids.map((id) => id.key));
  const actualKeys = new Set(actual.ids.map((id) => id.key));
  const before = actual.ids.filter((id) => expectedKeys.has(id.key));
  const after = expected.ids.filter((id) => actualKeys.has(id.key));
  const at = before.findIndex((id, index) => id.key !== after[index]?.key);
  if (at === -1) return [];
  const { path, unit, field } = actual.place;
  const index = actual.ids.indexOf(before[at] as Identity);
  return [
    {
      kind: 'order',
      path: [...path, index],
      unit,
      field: field.join('.'),
      actual: before[at]?.label,
      expected: after[at]?.label,
    },
  ];
}

function elementPlace(list: Place, id: Identity, index: number): Place & { readonly unit: Unit } {
  const path = [...list.path, index];
  const owner = id.isComplete || list.unit === undefined ? '' : ` of ${list.unit.label}`;
  return { path, unit: { label: `${id.label}${owner}`, path }, field: [] };
}

/** Elements without identity: what a longest common subsequence leaves over is paired by position. */
function sequenceChanges(actual: readonly unknown[], expected: readonly unknown[], place: Place): Change[] {
  const runs = diffArrays(actual.map(canonical), expected.map(canonical), { maxEditLength: MAX_EDITS });
  if (runs === undefined) return pairChanges({ actual, expected, from: 0, place });
  const changes: Change[] = [];
  let from = 0;
  let to = 0;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index] as (typeof runs)[number];
    if (!run.removed && !run.added) {
      from += run.count;
      to += run.count;
      continue;
    }
    const follower = run.removed && runs[index + 1]?.added ? runs[++index] : undefined;
    const removed = run.removed ? run.count : 0;
    const added = run.added ? run.count : (follower?.count ?? 0);
    const pair = { actual: actual.slice(from, from + removed), expected: expected.slice(to, to + added) };
    changes.push(...pairChanges({ ...pair, from, place }));
    from += removed;
    to += added;
  }
  return changes;
}

interface Pairing {
  readonly actual: readonly unknown[];
  readonly expected: readonly unknown[];
  /** Index of the first element of `actual` in its list. */
  readonly from: number;
  readonly place: Place;
}

function pairChanges({ actual, expected, from, place }: Pairing): Change[] {
  return Array.from({ length: Math.max(actual.length, expected.length) }, (_, offset) => {
    const index = from + offset;
    const at = { ...place, field: [...place.field, index] };
    if (offset >= actual.length)
      return [valueChange(undefined, expected[offset], { ...at, path: place.path })];
    const inside = { ...at, path: [...place.path, index] };
    return offset >= expected.length
      ? [valueChange(actual[offset], undefined, inside)]
      : jsonChanges(actual[offset], expected[offset], inside);
  }).flat();
}

function canonical(value: unknown): string {
  return JSON.stringify(value);
}

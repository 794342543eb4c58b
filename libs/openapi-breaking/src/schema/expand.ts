import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import { conjunctionKey, hasSiblings, type Conjunction } from './conjunction';

/** A schema object without references and without `allOf`, or one of the two schemas that are no object. */
export type Part = Located<Readonly<Record<string, unknown>> | boolean>;

/** A conjunction with its references followed and its `allOf` taken apart. */
export interface Expanded {
  readonly parts: readonly Part[];
  readonly oneOf: readonly Conjunction[];
  readonly anyOf: readonly Conjunction[];
  /** One of the alternatives was null alone, which is a way to write `nullable`. */
  readonly hasNull: boolean;
}

/** Takes a conjunction apart; a schema that holds itself counts once. */
export function expand(document: OpenApiDocument, conjunction: Conjunction): Expanded {
  const parts: Part[] = [];
  const groups = { oneOf: [] as Conjunction[], anyOf: [] as Conjunction[] };
  const seen = new Set<string>();
  let hasNull = false;

  const visit = (place: Located): void => {
    const key = conjunctionKey([place]);
    if (seen.has(key)) return;
    seen.add(key);
    const { value } = place;
    if (typeof value === 'boolean') parts.push(place as Part);
    if (!isRecord(value)) return;
    if (typeof value['$ref'] !== 'string') return visitObject(place as Located<Record<string, unknown>>);
    if (hasSiblings(document, value)) visitObject(place as Located<Record<string, unknown>>);
    const target = document.resolve(place);
    if (target !== place) visit(target);
  };
  const visitObject = (place: Located<Record<string, unknown>>): void => {
    parts.push(place);
    listBelow(document, place, 'allOf').forEach(visit);
    for (const kind of ['oneOf', 'anyOf'] as const) {
      const alternatives = listBelow(document, place, kind);
      const others = alternatives.filter((alternative) => !isNull(document, alternative));
      if (others.length < alternatives.length) hasNull = true;
      const listed = listedValues(document, others);
      // A choice of one is none, and a choice of listed values is a longer list.
      if (others.length === 1) others.forEach(visit);
      else if (listed !== undefined) parts.push({ ...place, value: listed });
      else groups[kind].push(...others.map((other) => [other]));
    }
  };
  conjunction.forEach(visit);
  return { parts, ...groups, hasNull };
}

function isNull(document: OpenApiDocument, place: Located): boolean {
  const { value } = document.resolve(place);
  if (!isRecord(value)) return false;
  const { type, enum: values } = value;
  if (Array.isArray(values) && values.length === 1 && values[0] === null) return true;
  return type === 'null' || (Array.isArray(type) && type.length === 1 && type[0] === 'null');
}

/** Keys that an alternative may have which does nothing but list values. */
const LIST_KEYS = new Set([
  'type',
  'enum',
  'const',
  'title',
  'description',
  'example',
  'examples',
  'deprecated',
]);

function listedValues(
  document: OpenApiDocument,
  alternatives: readonly Located[],
): { readonly type: readonly unknown[]; readonly enum: readonly unknown[] } | undefined {
  const values = alternatives.map((alternative) => document.resolve(alternative).value);
  const lists = values.filter(isRecord).filter((value) => {
    const isList = Array.isArray(value['enum']) || Object.hasOwn(value, 'const');
    return (
      isList && typeof value['type'] === 'string' && Object.keys(value).every((key) => LIST_KEYS.has(key))
    );
  });
  if (lists.length === 0 || lists.length < values.length) return undefined;
  return {
    type: [...new Set(lists.map(({ type }) => type))],
    enum: lists.flatMap((list) =>
      Array.isArray(list['enum']) ? (list['enum'] as unknown[]) : [list['const']],
    ),
  };
}

function listBelow(document: OpenApiDocument, place: Located, key: string): Located[] {
  const list = document.child(place, key);
  if (list === undefined || !Array.isArray(list.value)) return [];
  return list.value.flatMap((_, index) => document.child(list, index) ?? []);
}

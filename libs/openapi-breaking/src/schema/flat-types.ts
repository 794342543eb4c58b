import { canonicalText } from './canonical-text';
import type { Expanded, Part } from './expand';
import type { FlatSchema } from './flat-schema';
import { objectOf, textOf, textsIn, valuesOf } from './keywords';

const OBJECT_KEYWORDS = [
  'properties',
  'required',
  'additionalProperties',
  'patternProperties',
  'minProperties',
];
const ARRAY_KEYWORDS = ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems'];

/** Types, null and listed values of a schema, in the ways of 3.0 and of 3.1. */
export function flatTypes({
  parts,
  hasNull,
}: Expanded): Pick<FlatSchema, 'types' | 'nullable' | 'format' | 'values' | 'isConst'> {
  if (parts.some(({ value }) => value === false)) return { types: [], isConst: false };
  const listed = listedValues(parts);
  const values = listed?.filter((value) => value !== 'null');
  const declared = parts.map(typesOf).filter((types) => types !== undefined);
  const said = declared.length === 0 ? undefined : declared.reduce(intersect);
  const types = said?.filter((type) => type !== 'null') ?? inferTypes(parts, values);
  return {
    ...(types && { types: [...types].sort() }),
    ...nullability(parts, { hasNull, said, listed }),
    ...(textOf(parts, 'format') !== undefined && { format: textOf(parts, 'format') }),
    ...(values && { values }),
    isConst: valuesOf(parts, 'const').length > 0,
  };
}

/** The types of one part, `null` among them where it is allowed. */
function typesOf(part: Part): readonly string[] | undefined {
  const { type, nullable } = objectOf(part);
  const types = typeof type === 'string' ? [type] : Array.isArray(type) ? textsIn(type) : undefined;
  return nullable === true && types !== undefined ? [...types, 'null'] : types;
}

function intersect(a: readonly string[], b: readonly string[]): readonly string[] {
  const both = [
    ...a.filter((type) => b.some((other) => isWithin(type, other))),
    ...b.filter((type) => a.some((other) => isWithin(type, other))),
  ];
  return [...new Set(both)];
}

/** Whether all values of a type are values of another one. */
export function isWithin(type: string, other: string): boolean {
  return type === other || (type === 'integer' && other === 'number');
}

/** What a schema that names no type is about: leaving the type out is no reason to take any value. */
function inferTypes(parts: readonly Part[], values: readonly string[] | undefined): string[] | undefined {
  if (values !== undefined && values.length > 0) return [...new Set(values.map(typeOfValue))];
  const has = (keywords: readonly string[]): boolean =>
    parts.some((part) => keywords.some((keyword) => Object.hasOwn(objectOf(part), keyword)));
  if (has(OBJECT_KEYWORDS)) return ['object'];
  return has(ARRAY_KEYWORDS) ? ['array'] : undefined;
}

function typeOfValue(text: string): string {
  const value: unknown = JSON.parse(text);
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function listedValues(parts: readonly Part[]): readonly string[] | undefined {
  const lists = [
    ...valuesOf(parts, 'enum').filter(Array.isArray),
    ...valuesOf(parts, 'const').map((value) => [value]),
  ].map((list: readonly unknown[]) => [...new Set(list.map(canonicalText))]);
  if (lists.length === 0) return undefined;
  return lists.reduce((a, b) => a.filter((value) => b.includes(value)));
}

function nullability(
  parts: readonly Part[],
  {
    hasNull,
    said,
    listed,
  }: {
    readonly hasNull: boolean;
    readonly said: readonly string[] | undefined;
    readonly listed: readonly string[] | undefined;
  },
): Pick<FlatSchema, 'nullable'> {
  // `allOf: [{$ref: …}], nullable: true` is what people write in 3.0 for a reference that may be null.
  const isFlagged =
    hasNull || parts.some((part) => objectOf(part)['nullable'] === true && typesOf(part) === undefined);
  if (isFlagged) return { nullable: true };
  if (said !== undefined) return { nullable: said.includes('null') };
  return listed === undefined ? {} : { nullable: listed.includes('null') };
}

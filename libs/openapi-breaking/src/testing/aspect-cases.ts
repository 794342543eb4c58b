import { BOUND_KEYWORDS } from '../rules/bound-aspects';
import type { AspectName } from '../rules/schema-aspects';

type Schema = unknown;

/** Two schemas between which something happened, and two that look like them between which it did not. */
export interface AspectCase {
  readonly fires: readonly [Schema, Schema];
  readonly near: readonly [Schema, Schema];
}

const text = (more: object = {}): Schema => ({ type: 'string', ...more });
const whole = (more: object = {}): Schema => ({ type: 'integer', ...more });
const record = (more: object = {}): Schema => ({ type: 'object', ...more });
const list = (more: object = {}): Schema => ({ type: 'array', ...more });

/** A case and the same one read backwards, which is another thing that happens. */
function bothWays<A extends AspectName, B extends AspectName>(
  [there, back]: readonly [A, B],
  fires: readonly [Schema, Schema],
  near: readonly [Schema, Schema],
): Record<A | B, AspectCase> {
  return {
    [there]: { fires, near },
    [back]: { fires: [fires[1], fires[0]], near: [near[1], near[0]] },
  } as Record<A | B, AspectCase>;
}

const VALUES = {
  'type-changed': {
    fires: [{ type: 'boolean' }, { type: 'array' }],
    near: [{ type: 'boolean' }, { type: ['boolean', 'array'] }],
  },
  ...bothWays(
    ['type-generalized', 'type-specialized'],
    [whole(), { type: 'number' }],
    [whole(), whole({ format: 'int64' })],
  ),
  ...bothWays(
    ['list-of-types-widened', 'list-of-types-narrowed'],
    [{ type: ['array', 'boolean'] }, { type: ['array', 'boolean', 'object'] }],
    [{ type: ['array', 'boolean'] }, { type: ['boolean', 'array'] }],
  ),
  ...bothWays(
    ['became-nullable', 'became-not-nullable'],
    [text(), { type: ['string', 'null'] }],
    [{ type: ['string', 'null'] }, { anyOf: [{ type: 'string' }, { type: 'null' }] }],
  ),
  ...bothWays(
    ['enum-value-added', 'enum-value-removed'],
    [text({ enum: ['a'] }), text({ enum: ['a', 'b'] })],
    [text({ enum: ['a', 'b'] }), text({ enum: ['b', 'a'] })],
  ),
  ...bothWays(
    ['became-enum', 'became-not-enum'],
    [text(), text({ enum: ['a'] })],
    [text({ enum: ['a'] }), text({ enum: ['b'] })],
  ),
  ...bothWays(
    ['x-extensible-enum-value-added', 'x-extensible-enum-value-removed'],
    [text({ 'x-extensible-enum': ['a'] }), text({ 'x-extensible-enum': ['a', 'b'] })],
    [text(), text({ 'x-extensible-enum': ['a', 'b'] })],
  ),
  ...bothWays(
    ['const-added', 'const-removed'],
    [text(), text({ const: 'a' })],
    [text({ enum: ['a'] }), text({ const: 'a' })],
  ),
  'const-changed': {
    fires: [text({ const: 'a' }), text({ const: 'b' })],
    near: [text({ const: 'a' }), text({ enum: ['a', 'b'] })],
  },
  ...bothWays(
    ['default-value-added', 'default-value-removed'],
    [text(), text({ default: 'a' })],
    [text({ default: 'a' }), text({ default: 'b' })],
  ),
  'default-value-changed': {
    fires: [record({ default: { a: 1, b: 2 } }), record({ default: { a: 1, b: 3 } })],
    near: [record({ default: { a: 1, b: 2 } }), record({ default: { b: 2, a: 1 } })],
  },
} satisfies Partial<Record<AspectName, AspectCase>>;

const CONSTRAINTS = {
  ...bothWays(
    ['pattern-added', 'pattern-removed'],
    [text(), text({ pattern: '^a' })],
    [text(), text({ pattern: '^.*$' })],
  ),
  'pattern-changed': {
    fires: [text({ pattern: '^a' }), text({ pattern: '^b' })],
    near: [text({ pattern: '^a' }), text({ pattern: '.*' })],
  },
  ...bothWays(
    ['multiple-of-set', 'multiple-of-unset'],
    [whole(), whole({ multipleOf: 2 })],
    [whole({ multipleOf: 2 }), whole({ multipleOf: 2 })],
  ),
  'multiple-of-changed': {
    fires: [whole({ multipleOf: 4 }), whole({ multipleOf: 6 })],
    near: [whole({ multipleOf: 4 }), whole({ multipleOf: 8 })],
  },
  ...bothWays(
    ['multiple-of-generalized', 'multiple-of-specialized'],
    [
      { type: 'number', multipleOf: 0.1 },
      { type: 'number', multipleOf: 0.01 },
    ],
    [
      { type: 'number', multipleOf: 0.1 },
      { type: 'number', multipleOf: 0.03 },
    ],
  ),
  ...bothWays(
    ['unique-items-set', 'unique-items-unset'],
    [list(), list({ uniqueItems: true })],
    [list(), list({ uniqueItems: false })],
  ),
  'content-media-type-changed': {
    fires: [text({ contentMediaType: 'image/png' }), text({ contentMediaType: 'image/gif' })],
    near: [text({ contentMediaType: 'image/png' }), text({ contentMediaType: 'image/png', title: 'A' })],
  },
  'content-encoding-changed': {
    fires: [text(), text({ contentEncoding: 'base64' })],
    near: [text(), text({ description: 'base64' })],
  },
} satisfies Partial<Record<AspectName, AspectCase>>;

const closed = { properties: { a: {} }, additionalProperties: false };
const cat = record({ title: 'Cat', properties: { meow: text() } });
const dog = record({ title: 'Dog', properties: { bark: text() } });

const STRUCTURE = {
  ...bothWays(
    ['additional-properties-closed', 'additional-properties-opened'],
    [record({ properties: { a: {} } }), record(closed)],
    [record(closed), record({ properties: { a: {} }, unevaluatedProperties: false })],
  ),
  ...bothWays(
    ['pattern-property-added', 'pattern-property-removed'],
    [record(), record({ patternProperties: { '^a': text() } })],
    [record({ patternProperties: { '^a': text() } }), record({ patternProperties: { '^a': whole() } })],
  ),
  ...bothWays(
    ['dependent-required-added', 'dependent-required-removed'],
    [record(), record({ dependentRequired: { a: ['b'] } })],
    [record({ dependentRequired: { a: ['b', 'c'] } }), record({ dependentRequired: { a: ['c', 'b'] } })],
  ),
  ...bothWays(
    ['one-of-added', 'one-of-removed'],
    [cat, { oneOf: [cat, dog] }],
    [{ oneOf: [cat, dog] }, { oneOf: [dog, cat] }],
  ),
  ...bothWays(
    ['any-of-added', 'any-of-removed'],
    [{ anyOf: [text(), whole()] }, { anyOf: [text(), whole(), list()] }],
    [{ anyOf: [text(), whole()] }, { anyOf: [text({ maxLength: 9 }), whole()] }],
  ),
  ...bothWays(
    ['choice-added', 'choice-removed'],
    [record({ properties: { a: text() } }), record({ properties: { a: text() }, oneOf: [cat, dog] })],
    [record(), { oneOf: [cat, dog] }],
  ),
  ...bothWays(
    ['discriminator-added', 'discriminator-removed'],
    [record(), record({ discriminator: { propertyName: 'kind' } })],
    [
      record({ discriminator: { propertyName: 'kind' } }),
      record({ discriminator: { propertyName: 'type' } }),
    ],
  ),
  'discriminator-property-name-changed': {
    fires: [
      record({ discriminator: { propertyName: 'kind' } }),
      record({ discriminator: { propertyName: 'type' } }),
    ],
    near: [
      record({ discriminator: { propertyName: 'kind' } }),
      record({ discriminator: { propertyName: 'kind', mapping: { a: 'A' } } }),
    ],
  },
  ...bothWays(
    ['discriminator-mapping-added', 'discriminator-mapping-deleted'],
    [
      record({ discriminator: { propertyName: 'kind' } }),
      record({ discriminator: { propertyName: 'kind', mapping: { a: 'A' } } }),
    ],
    [
      record({ discriminator: { propertyName: 'kind', mapping: { a: 'A', b: 'B' } } }),
      record({ discriminator: { propertyName: 'kind', mapping: { b: 'B', a: 'A' } } }),
    ],
  ),
  'discriminator-mapping-changed': {
    fires: [
      record({ discriminator: { propertyName: 'kind', mapping: { a: 'A' } } }),
      record({ discriminator: { propertyName: 'kind', mapping: { a: 'B' } } }),
    ],
    near: [
      record({ discriminator: { propertyName: 'kind', mapping: { a: 'A' } } }),
      record({ discriminator: { propertyName: 'kind', mapping: { b: 'A' } } }),
    ],
  },
} satisfies Partial<Record<AspectName, AspectCase>>;

const CONDITIONS = {
  ...condition('not', 'not'),
  ...condition('if', 'if'),
  ...condition('then', 'then'),
  ...condition('else', 'else'),
  ...condition('contains', 'contains'),
  ...condition('property-names', 'propertyNames'),
  ...condition('dependent-schema', 'dependentSchemas'),
  ...condition('unevaluated-items', 'unevaluatedItems'),
  ...condition('content-schema', 'contentSchema'),
};

/** The near miss of each condition changes its words only. */
function condition(name: string, keyword: string): Record<string, AspectCase> {
  const held = (schema: object): Schema => ({
    [keyword]: keyword === 'dependentSchemas' ? { a: schema } : schema,
  });
  const near = [held({ title: 'A', minLength: 1 }), held({ title: 'B', minLength: 1 })] as const;
  return {
    [`${name}-added`]: { fires: [{}, held({ minLength: 1 })], near },
    [`${name}-removed`]: { fires: [held({ minLength: 1 }), {}], near },
    [`${name}-changed`]: { fires: [held({ minLength: 1 }), held({ minLength: 2 })], near },
  };
}

const TYPES: Readonly<Record<string, string>> = { length: 'string', items: 'array', properties: 'object' };

/** Each bound comes, goes, grows and shrinks; the near miss moves the bound the other way, or not at all. */
const BOUNDS = Object.fromEntries(
  [...BOUND_KEYWORDS].flatMap(([name, { keyword }]) => {
    const type = TYPES[name.split('-')[1] as string] ?? 'integer';
    const limited = (limit?: number): Schema => ({ type, ...(limit !== undefined && { [keyword]: limit }) });
    return [
      [`${name}-set`, { fires: [limited(), limited(3)], near: [limited(3), limited(4)] }],
      [`${name}-unset`, { fires: [limited(3), limited()], near: [limited(3), limited(4)] }],
      [`${name}-increased`, { fires: [limited(3), limited(4)], near: [limited(4), limited(3)] }],
      [`${name}-decreased`, { fires: [limited(4), limited(3)], near: [limited(3), limited(4)] }],
    ];
  }),
) as Record<string, AspectCase>;

/** A case for each thing that can happen to a schema. */
export const ASPECT_CASES: Readonly<Record<string, AspectCase>> = {
  ...VALUES,
  ...CONSTRAINTS,
  ...STRUCTURE,
  ...CONDITIONS,
  ...BOUNDS,
};

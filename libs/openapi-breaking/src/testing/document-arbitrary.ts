import fc from 'fast-check';

type Json = Readonly<Record<string, unknown>>;

const NAMES = ['A', 'B', 'C'] as const;
const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;
const key = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', 'x y/z~');
const bound = fc.integer({ min: 0, max: 5 });

/** Adds keys that may be there or not. */
const some = (keys: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Json> =>
  fc.record(keys, { requiredKeys: [] });

const dictionary = (value: fc.Arbitrary<unknown>, maxKeys = 3): fc.Arbitrary<Json> =>
  fc.dictionary(key, value, { maxKeys, noNullPrototype: true });

/** Schemas that refer to one another and to themselves. */
const { schema } = fc.letrec<{ schema: Json; object: Json }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, maxDepth: 3 },
    fc.record({ $ref: fc.constantFrom(...NAMES.map((name) => `#/components/schemas/${name}`)) }),
    some({ type: fc.constantFrom(...TYPES), format: fc.constantFrom('int32', 'int64', 'date') }),
    some({
      type: fc.constant('string'),
      enum: fc.uniqueArray(fc.constantFrom('x', 'y', 'z', null), { minLength: 1 }),
      minLength: bound,
      maxLength: bound,
      default: fc.constantFrom('x', 'y'),
      readOnly: fc.boolean(),
      writeOnly: fc.boolean(),
    }),
    some({ type: fc.constant('integer'), minimum: bound, exclusiveMaximum: bound, nullable: fc.boolean() }),
    tie('object'),
    some({ type: fc.constant('array'), items: tie('schema'), maxItems: bound }),
    some({
      allOf: fc.array(tie('schema'), { maxLength: 2 }),
      oneOf: fc.array(tie('schema'), { maxLength: 3 }),
    }),
    some({ anyOf: fc.array(tie('schema'), { maxLength: 3 }), not: tie('schema') }),
  ),
  object: some({
    type: fc.constant('object'),
    properties: dictionary(tie('schema')),
    required: fc.uniqueArray(key, { maxLength: 2 }),
    additionalProperties: fc.oneof(fc.boolean(), tie('schema')),
    deprecated: fc.boolean(),
  }),
}));

const content = some({ 'application/json': some({ schema }), 'text/csv': some({ schema }) });

const parameter = fc.record(
  {
    name: key,
    in: fc.constantFrom('query', 'header', 'cookie'),
    required: fc.boolean(),
    deprecated: fc.boolean(),
    explode: fc.boolean(),
    schema,
  },
  { requiredKeys: ['name', 'in'] },
);

const uniqueParameters = fc.uniqueArray(parameter, {
  maxLength: 3,
  selector: (one) => `${one.in} ${one.name.toLowerCase()}`,
});

const response = some({ headers: dictionary(some({ required: fc.boolean(), schema }), 2), content });

const operation = some({
  operationId: fc.constantFrom('one', 'two'),
  tags: fc.uniqueArray(fc.constantFrom('s', 't'), { maxLength: 2 }),
  deprecated: fc.boolean(),
  'x-sunset': fc.constantFrom('2026-01-01', '2027-01-01', 'soon'),
  parameters: uniqueParameters,
  requestBody: some({ required: fc.boolean(), content }),
  responses: some({ 200: response, '2XX': response, 404: response, default: response }),
  security: fc.array(some({ k: fc.constant([]), o: fc.uniqueArray(fc.constantFrom('r', 'w')) }), {
    maxLength: 2,
  }),
});

const components = fc.record({
  schemas: fc.record({ A: schema, B: schema, C: schema }),
  securitySchemes: some({ k: fc.record({ type: fc.constantFrom('apiKey', 'http') }) }),
});

/** Documents with a few operations and schemas, as texts. References may lead in circles. */
export const documentArbitrary: fc.Arbitrary<string> = fc
  .record({
    openapi: fc.constantFrom('3.0.3', '3.1.0', '3.2.0'),
    paths: some({
      '/a': some({ get: operation, post: operation }),
      '/a/{id}': some({ get: operation }),
      '/a/{id}/b': some({ put: operation }),
    }),
    components,
    servers: fc
      .uniqueArray(fc.constantFrom('/', '/v1', 'https://h.example/v1'), { maxLength: 2 })
      .map((urls) => urls.map((url) => ({ url }))),
  })
  .map((document) => JSON.stringify(document));

/** Documents in which one value is replaced by something that does not belong there. */
export const brokenDocumentArbitrary: fc.Arbitrary<string> = fc
  .tuple(documentArbitrary, fc.nat(), fc.jsonValue({ maxDepth: 2 }))
  .map(([text, index, value]) => {
    let count = 0;
    const total = countValues(JSON.parse(text));
    return JSON.stringify(JSON.parse(text), (name, part: unknown) => {
      const isTarget = name !== '' && name !== 'openapi' && count++ === index % total;
      return isTarget ? value : part;
    });
  });

function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + Object.values(value).reduce((sum: number, part) => sum + countValues(part), 0);
}

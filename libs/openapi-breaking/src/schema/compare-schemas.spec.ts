import { rulesOf, documentOf } from '../testing/documents';
import { embed } from '../testing/embed';

const text = { type: 'string' };

/** The same schema, inline and kept in `components`. */
const withComponents = (schema: object, schemas: object) =>
  documentOf({
    paths: {
      '/a': { post: { requestBody: { content: { 'application/json': { schema } } }, responses: {} } },
    },
    components: { schemas },
  });

describe('what is the same, written in another way', () => {
  const object = (more: object = {}) => ({
    type: 'object',
    properties: { a: text },
    required: ['a'],
    ...more,
  });

  it('a schema that moved to components', () => {
    const inline = withComponents(object(), {});
    const moved = withComponents({ $ref: '#/components/schemas/A' }, { A: object() });
    expect(rulesOf(inline, moved)).toEqual([]);
    const deep = withComponents(object({ properties: { a: { $ref: '#/components/schemas/T' } } }), {
      T: text,
    });
    expect([...rulesOf(inline, deep), ...rulesOf(deep, moved)]).toEqual([]);
  });

  it('allOf, and the object that it makes', () => {
    const whole = { type: 'object', properties: { a: text, b: text }, required: ['a', 'b'] };
    const parts = {
      allOf: [object(), { type: 'object', properties: { b: text } }, { required: ['b'] }],
    };
    expect(rulesOf(embed('request-body', whole), embed('request-body', parts))).toEqual([]);
    const narrowed = { allOf: [parts, { properties: { a: { maxLength: 3 } } }] };
    expect(rulesOf(embed('request-body', whole), embed('request-body', narrowed))).toEqual([
      'request-property-max-length-set',
    ]);
  });

  it.each([
    ['nullable (3.0)', '3.0.3', { type: 'string', nullable: true }],
    ['a type (3.1)', '3.1.0', { type: ['null', 'string'] }],
    ['an alternative', '3.1.0', { oneOf: [{ type: 'null' }, text] }],
    ['an alternative of 3.0', '3.0.3', { nullable: true, allOf: [text] }],
    ['a listed value', '3.1.0', { anyOf: [text, { enum: [null] }] }],
  ])('null as %s', (_name, version, schema) => {
    const usual = embed('response-property', { type: ['string', 'null'] });
    const other = embed('response-property', schema, version);
    expect([...rulesOf(usual, other), ...rulesOf(other, usual)]).toEqual([]);
    expect(rulesOf(embed('response-property', text), other)).toEqual(['response-property-became-nullable']);
  });

  it('exclusive bounds of 3.0 and of 3.1', () => {
    const old = embed('request-body', { type: 'number', minimum: 1, exclusiveMinimum: true }, '3.0.3');
    const now = embed('request-body', { type: 'number', exclusiveMinimum: 1 });
    expect(rulesOf(old, now)).toEqual([]);
    expect(rulesOf(embed('request-body', { type: 'number', minimum: 1 }), now)).toEqual([
      'request-body-exclusive-min-increased',
    ]);
  });

  it('a list of values as alternatives', () => {
    const listed = { type: 'string', enum: ['a', 'b'] };
    const choice = {
      oneOf: [
        { type: 'string', enum: ['a'] },
        { type: 'string', const: 'b', title: 'B' },
      ],
    };
    expect(rulesOf(embed('request-body', listed), embed('request-body', choice))).toEqual([]);
  });

  it('a choice of one, and alternatives in another order', () => {
    const one = { oneOf: [object()] };
    expect(rulesOf(embed('response-body', object()), embed('response-body', one))).toEqual([]);
    const other = { type: 'array', items: text };
    const two = { oneOf: [object(), other] };
    const turned = { anyOf: [other, { allOf: [object()] }] };
    expect(rulesOf(embed('response-body', two), embed('response-body', turned))).toEqual([]);
  });
});

describe('what is within', () => {
  it('is compared at any depth, once, with the shortest way to it', () => {
    const tree = (value: object) => ({
      type: 'object',
      properties: {
        children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
        parent: { $ref: '#/components/schemas/Tree' },
        value,
      },
    });
    const at = (value: object) =>
      withComponents(
        { type: 'object', additionalProperties: { $ref: '#/components/schemas/Tree' } },
        { Tree: tree(value) },
      );
    expect(rulesOf(at(text), at({ type: 'integer' }))).toEqual(['request-property-type-changed']);
    expect(rulesOf(at(text), at(text))).toEqual([]);
  });

  it('ends where allOf, items and alternatives hold themselves', () => {
    const loop = (more: object) => ({
      allOf: [{ $ref: '#/components/schemas/L' }, more],
      items: { $ref: '#/components/schemas/L' },
      oneOf: [{ $ref: '#/components/schemas/L' }, { type: 'boolean' }],
    });
    const at = (more: object) => withComponents({ $ref: '#/components/schemas/L' }, { L: loop(more) });
    expect(rulesOf(at({}), at({}))).toEqual([]);
    expect(rulesOf(at({}), at({ maxLength: 1 }))).toContain('request-body-max-length-set');
  });

  it('is looked for in what tuples, patterns and other keys hold', () => {
    const at = (schema: object) => embed('request-body', schema);
    const cases = [
      (item: object) => ({ type: 'array', prefixItems: [{}, item] }),
      (item: object) => ({ type: 'object', patternProperties: { '^x': item } }),
      (item: object) => ({ type: 'object', additionalProperties: item }),
      (item: object) => ({ oneOf: [{ type: 'array' }, { type: 'object', properties: { a: item } }] }),
    ];
    for (const hold of cases) {
      expect(rulesOf(at(hold(text)), at(hold({ ...text, maxLength: 1 })))).toEqual([
        'request-property-max-length-set',
      ]);
    }
  });

  it('is not there where what stands beside a reference does not count', () => {
    const reference = { $ref: '#/components/schemas/A', maxLength: 3 };
    const at = (openapi: string) => ({
      openapi,
      paths: {
        '/a': { get: { responses: { 200: { content: { 'a/b': { schema: reference } } } } } },
      },
      components: { schemas: { A: text } },
    });
    expect(rulesOf(documentOf(at('3.0.3')), documentOf(at('3.1.0')))).toEqual([
      'response-body-max-length-set',
    ]);
  });
});

import { compileSchema } from './schema-checker';

const pointers = (schema: object, document: unknown) =>
  compileSchema(schema)(document).map(({ pointer }) => pointer);

describe('compileSchema', () => {
  it('counts one error per missing key, and one for all unexpected keys of an object', () => {
    const schema = {
      required: ['a', 'b'],
      properties: { a: true, b: true, c: { type: 'string' } },
      additionalProperties: false,
    };
    const errors = compileSchema(schema)({ c: 1, x: 1, y: 2 });
    expect(errors.map(({ message }) => message).sort()).toEqual([
      '/c must be string',
      'the document has unexpected keys: x, y',
      'the document lacks "a"',
      'the document lacks "b"',
    ]);
  });

  it.each([
    ['oneOf', { oneOf: [{ required: ['a'] }, { required: ['b', 'c'] }] }],
    ['anyOf', { anyOf: [{ required: ['a'] }, { required: ['b', 'c'] }] }],
    ['not', { not: { type: 'object' } }],
    ['if', { if: { type: 'object' }, then: { required: ['a'] } }],
    ['propertyNames', { propertyNames: { maxLength: 1 } }],
    ['unevaluatedProperties', { unevaluatedProperties: false }],
    ['a referenced alternative', { $ref: '#/$defs/x' }],
  ])('counts %s once, at the value that has it', (_name, schema) => {
    const document = { properties: { v: schema }, $defs: { x: { oneOf: [{ required: ['a', 'b'] }] } } };
    expect(pointers(document, { v: { long: 1 } })).toEqual(['/v']);
  });

  it('counts contains once', () => {
    expect(pointers({ contains: { type: 'string', minLength: 3 } }, [1, 'a', {}])).toEqual(['']);
  });

  it('keeps the errors beside an alternative that fails', () => {
    const schema = { type: 'object', required: ['x'], oneOf: [{ required: ['a'] }, { required: ['b'] }] };
    expect(
      compileSchema(schema)({})
        .map(({ message }) => message)
        .sort(),
    ).toEqual([
      'the document fits no alternative of the schema (as alternative 1: the document lacks "a")',
      'the document lacks "x"',
    ]);
  });

  it('escapes pointers, and tells fitting twice from not fitting', () => {
    expect(pointers({ additionalProperties: { type: 'string' } }, { 'a/b~c': 1 })).toEqual(['/a~1b~0c']);
    const [twice] = compileSchema({ oneOf: [true, {}] })(1);
    expect(twice?.message).toBe('the document fits more than one alternative of the schema');
  });

  it('never repeats the document', () => {
    const document = {
      text: 'x'.repeat(10_000),
      ...Object.fromEntries(Array.from({ length: 500 }, (_, i) => [i, i])),
    };
    const schema = {
      oneOf: [{ properties: { text: { const: 'y'.repeat(5_000) } }, additionalProperties: false }],
      properties: { text: { enum: Array.from({ length: 200 }, (_, i) => `word ${i}`) } },
    };
    const messages = compileSchema(schema)(document).map(({ message }) => message);
    expect(messages).toHaveLength(2);
    expect(Math.max(...messages.map((message) => message.length))).toBeLessThan(250);
  });

  it('leads to the nearest alternative for a failing root', () => {
    const kind = (name: string) => ({
      properties: { kind: { const: name }, n: { type: 'number' } },
      required: ['kind', 'n', 'm'],
    });
    const [error] = compileSchema({ oneOf: [kind('a'), kind('b')] })({ kind: 'b', n: '1', m: 1 });
    expect(error).toEqual({
      pointer: '',
      place: '/n',
      message: 'the document fits no alternative of the schema (as alternative 2: /n must be number)',
    });
  });

  it('follows draft 2020-12 whatever the schema calls itself, and resolves its own relative id', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: 'cli/tool/SCHEMA.json',
      prefixItems: [{ $ref: '#/$defs/text' }],
      $defs: { text: { type: 'string' } },
    };
    expect(pointers(schema, [1])).toEqual(['/0']);
  });

  it('accepts escapes that only the lax syntax of patterns knows, and ignores formats', () => {
    expect(pointers({ pattern: '^a\\-b$', format: 'email' }, 'a-b')).toEqual([]);
  });

  it('does not take inherited properties for keys', () => {
    expect(pointers({ required: ['constructor'] }, {})).toEqual(['']);
  });
});

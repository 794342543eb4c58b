import { readDocument } from '@fixpoint/openapi-document';
import type { Reading } from './reading';
import { schemaChecker } from './schema-checker';

/** Checks a value against `#/components/schemas/S` of a document with these schemas (YAML, flow style). */
function check(
  schemas: string,
  value: unknown,
  { reading = 'sent' as Reading, coerce = false, version = '3.0.3' } = {},
): string[] {
  const text = `openapi: ${version}\npaths: {}\ncomponents:\n  schemas:\n    ${schemas.trim().replaceAll('\n', '\n    ')}\n`;
  const document = readDocument('api', { entry: 'api.yaml', texts: new Map([['api.yaml', text]]) });
  if (!document.ok) throw new Error(JSON.stringify(document.findings));
  const schema = document.value.child(document.value.root, 'components', 'schemas', 'S');
  if (schema === undefined) throw new Error('no schema S');
  const verdict = schemaChecker(document.value).check(schema, value, { reading, coerce });
  if (verdict.kind === 'unusable') return [`unusable: ${verdict.reason}`];
  return verdict.problems.map(
    ({ pointer, message, rule }) =>
      `${pointer} ${message} <${rule.pointer.replace('/components/schemas', '')}>`,
  );
}

const expected = { reading: 'expected' } as const;

describe('a schema of OpenAPI 3.0', () => {
  it.each([
    ['nullable with a type', 'S: {type: string, nullable: true, enum: [a]}', null, []],
    [
      'nullable without a type',
      'S: {nullable: true, allOf: [{$ref: "#/components/schemas/T"}]}\nT: {type: object}',
      null,
      [],
    ],
    ['null where it is not allowed', 'S: {type: string}', null, [' must be string </S/type>']],
    [
      'what a nullable value has to be otherwise',
      'S: {nullable: true, allOf: [{type: object}]}',
      1,
      [' must be object </S/allOf/0/type>'],
    ],
    [
      'exclusiveMinimum as a flag',
      'S: {type: integer, minimum: 1, exclusiveMinimum: true}',
      1,
      [' must be > 1 </S/exclusiveMinimum>'],
    ],
    [
      'siblings of a reference, which mean nothing',
      'S: {$ref: "#/components/schemas/T", maxLength: 1}\nT: {type: string}',
      'ab',
      [],
    ],
    ['formats', 'S: {type: integer, format: uint32}', -1, [' must be of the format uint32 </S/format>']],
    ['uuid', 'S: {type: string, format: uuid}', 'x', [' must be of the format uuid </S/format>']],
    ['a format nobody knows', 'S: {type: string, format: my-own}', 'x', []],
    ['patterns that the u flag refuses', 'S: {type: string, pattern: "^[\\\\w-.]+$"}', 'a-b', []],
    [
      'a schema in itself',
      'S: {type: object, properties: {next: {$ref: "#/components/schemas/S"}}}',
      { next: { next: 1 } },
      ['/next/next must be object </S/type>'],
    ],
  ])('reads %s', (_name, schemas, value, problems) => {
    expect(check(schemas, value)).toEqual(problems);
  });
});

describe('a schema of OpenAPI 3.1', () => {
  it.each([
    [
      'siblings of a reference',
      'S: {$ref: "#/components/schemas/T", maxLength: 1}\nT: {type: string}',
      'ab',
      [' must not have more than 1 characters </S/maxLength>'],
    ],
    ['lists of types', 'S: {type: [string, "null"]}', 1, [' must be string or null </S/type>']],
    ['const', 'S: {const: 1}', 2, [' must be 1 </S/const>']],
    [
      'conditions',
      'S: {if: {required: [a]}, then: {required: [b]}}',
      { a: 1 },
      [' must have the key "b" </S/then/required>'],
    ],
    ['booleans', 'S: {properties: {a: false, b: true}}', { b: 1 }, []],
  ])('reads %s', (_name, schemas, value, problems) => {
    expect(check(schemas, value, { version: '3.1.0' })).toEqual(problems);
  });
});

const USER = `
S: {type: object, required: [id, password], properties: {id: {type: string, readOnly: true}, password: {$ref: "#/components/schemas/P"}}}
P: {type: string, writeOnly: true}`;

describe('the way a schema is read', () => {
  it('asks a client for nothing that is read-only', () => {
    expect(check(USER, { password: 'x' })).toEqual([]);
    expect(check(USER, {})).toEqual([' must have the key "password" </S/required>']);
  });

  it('takes nothing from a server that is write-only', () => {
    expect(check(USER, { id: 'x' }, { reading: 'received' })).toEqual([]);
    expect(check(USER, { id: 'x', password: 'y' }, { reading: 'received' })).toEqual([
      '/password is write-only in the contract and so never comes </S/properties/password>',
    ]);
    expect(check(USER, { password: 'y' }, expected)).toHaveLength(1);
  });

  it('finds read-only keys beside an allOf that requires them', () => {
    const schemas =
      'S: {required: [id], allOf: [{$ref: "#/components/schemas/T"}]}\nT: {properties: {id: {readOnly: true}}}';
    expect(check(schemas, {})).toEqual([]);
  });

  it('lets a consumer leave out what is required, but not add what is not declared [FP-PACT-003]', () => {
    const schemas =
      'S: {type: object, required: [a, b], properties: {a: {type: object, required: [c], properties: {c: {}}}, b: {}}}';
    expect(check(schemas, { a: {} }, expected)).toEqual([]);
    expect(check(schemas, { a: { d: 1 }, e: 1 }, expected)).toEqual([
      '/e is not declared in the contract </S>',
      '/a/d is not declared in the contract </S/properties/a>',
    ]);
  });

  it('takes the keys of all parts of allOf together', () => {
    const schemas =
      'S: {allOf: [{$ref: "#/components/schemas/T"}, {type: object, required: [a], properties: {b: {}}}]}\nT: {type: object, additionalProperties: true, properties: {a: {}}}';
    expect(check(schemas, { a: 1, b: 2 }, expected)).toEqual([]);
    expect(check(schemas, { a: 1, c: 2 }, expected)).toEqual(['/c is not declared in the contract </S>']);
  });

  it.each([
    ['a free-form object', 'S: {type: object}'],
    ['a map', 'S: {type: object, properties: {a: {}}, additionalProperties: {type: integer}}'],
    ['a pattern', 'S: {type: object, patternProperties: {"^z": {}}}'],
    ['no schema at all', 'S: {}'],
    [
      'the base of schemas that extend it',
      'S: {type: object, properties: {k: {}}, discriminator: {propertyName: k}}',
    ],
    [
      'what only wraps such a base',
      'S: {allOf: [{$ref: "#/components/schemas/T"}]}\nT: {type: object, properties: {k: {}}, discriminator: {propertyName: k}}',
    ],
    ['an alternative that is free-form', 'S: {oneOf: [{type: object, properties: {a: {}}}, {type: object}]}'],
    [
      'an alternative that is free-form, of any',
      'S: {properties: {a: {}}, anyOf: [{type: object, properties: {a: {}}}, {type: object}]}',
    ],
  ])('allows any key in %s', (_name, schemas) => {
    expect(check(schemas, { zebra: 1 }, expected)).toEqual([]);
  });

  it('does not judge conditions by a part of a value', () => {
    const schemas = 'S: {properties: {a: {}, b: {}}, not: {required: [a, b]}}';
    expect(check(schemas, { a: 1 }, expected)).toEqual([]);
    expect(check(schemas, { a: 1, b: 1 }, expected)).toHaveLength(1);
  });
});

const PETS = `
S: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind, mapping: {feline: "#/components/schemas/Cat"}}}
Cat: {type: object, required: [kind, lives], properties: {kind: {type: string}, lives: {type: integer}}}
Dog: {type: object, required: [kind], properties: {kind: {type: string}, barks: {type: boolean}}}`;

describe('alternatives', () => {
  it('asks the one that the discriminator names', () => {
    expect(check(PETS, { kind: 'feline' })).toEqual([' must have the key "lives" </Cat/required>']);
    expect(check(PETS, { kind: 'Dog', barks: true })).toEqual([]);
    expect(check(PETS, { kind: 'Bird' })).toEqual([
      '/kind must be one of "feline", "Cat", "Dog" </S/discriminator/enum>',
    ]);
    expect(check(PETS, { kind: 'Dog', lives: 1 }, expected)).toEqual([
      '/lives is not declared in the contract </Dog>',
    ]);
    expect(check(PETS, { barks: true }, expected)).toEqual([]);
  });

  it('says what the nearest one lacks', () => {
    const schemas =
      'S: {oneOf: [{type: string}, {type: object, required: [a], properties: {a: {type: integer}}}]}';
    expect(check(schemas, { a: 'x' })).toEqual([
      ' fits no alternative of oneOf (the nearest one: /a must be integer) </S/oneOf>',
    ]);
  });

  it('refuses two that fit, but not for a part of a value', () => {
    const schemas =
      'S: {oneOf: [{type: object, properties: {a: {}}}, {type: object, properties: {a: {}, b: {}}}]}';
    expect(check(schemas, { a: 1 })).toEqual([' fits more than one alternative of oneOf </S/oneOf>']);
    expect(check(schemas, { a: 1 }, expected)).toEqual([]);
    expect(check(schemas, { c: 1 }, expected)).toHaveLength(1);
  });
});

describe('values of parameters', () => {
  it('are taken for what they write', () => {
    expect(check('S: {type: integer, maximum: 5}', '3', { coerce: true })).toEqual([]);
    expect(
      check('S: {type: array, items: {$ref: "#/components/schemas/T"}}\nT: {type: boolean}', ['true', 'x'], {
        coerce: true,
      }),
    ).toEqual(['/1 must be boolean </T/type>']);
    expect(check('S: {type: integer}', '3')).toHaveLength(1);
  });
});

it.each(['S: {type: 7}', 'S: {properties: {a: 3}}', 'S: {type: string, pattern: "("}'])(
  'calls %s unusable instead of failing',
  (schemas) => {
    expect(check(schemas, { a: 'x' })).toEqual([expect.stringMatching(/^unusable: /)]);
  },
);

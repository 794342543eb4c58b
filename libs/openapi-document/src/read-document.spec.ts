import { readDocument } from './read-document';

const HEAD = 'openapi: 3.1.0\ninfo: {title: t, version: "1"}\n';

const read = (texts: Record<string, string>) =>
  readDocument('api', { entry: 'api.yaml', texts: new Map(Object.entries(texts)) });

describe('readDocument', () => {
  it('lists operations with the parameters that count, across files', () => {
    const result = read({
      'api.yaml': `${HEAD}paths:
  /pets/{id}:
    $ref: parts/pets.yaml#/item
components:
  parameters:
    Page: {name: page, in: query, schema: {type: integer}}
`,
      'parts/pets.yaml': `item:
  parameters:
    - {name: id, in: path, required: true, schema: {type: string}}
    - $ref: ../api.yaml#/components/parameters/Page
  get:
    operationId: getPet
    parameters:
      - {name: page, in: query, schema: {type: string}}
    responses: {default: {description: d}}
`,
    });
    if (!result.ok) throw new Error(JSON.stringify(result.findings));
    const [operation] = result.value.operations;
    expect(operation).toMatchObject({ path: '/pets/{id}', method: 'get', id: 'getPet' });
    expect(operation?.parameters.map(({ value, file }) => [value['name'], value['schema'], file])).toEqual([
      ['id', { type: 'string' }, 'parts/pets.yaml'],
      ['page', { type: 'string' }, 'parts/pets.yaml'],
    ]);
    expect(operation && result.value.positionOf(operation.place)).toEqual({ line: 5, column: 3 });
  });

  it.each([
    ['a file that is absent', 'a: {$ref: "no.yaml#/x"}', 'openapi/unresolved-ref'],
    ['a name that is not there', 'a: {$ref: "#/components/schemas/No"}', 'openapi/unresolved-ref'],
    ['another machine', 'a: {$ref: "https://example.com/x.yaml"}', 'openapi/remote-ref'],
    ['itself', 'a: {$ref: "#/components/b"}\n  b: {$ref: "#/components/a"}', 'openapi/circular-ref'],
  ])('finds a reference to %s', (_name, line, id) => {
    const result = read({ 'api.yaml': `${HEAD}paths: {}\ncomponents:\n  ${line}\n` });
    expect(result.findings[0]).toMatchObject({
      id,
      file: 'api.yaml',
      path: '/components/a/$ref',
      position: { line: 5 },
    });
  });

  it('takes no chain of references for a circle that ends where nothing is', () => {
    const lines = 'a: {$ref: "#/components/b"}\n  b: {$ref: "#/none"}';
    const result = read({ 'api.yaml': `${HEAD}paths: {}\ncomponents:\n  ${lines}\n` });
    expect(result.findings).toMatchObject([{ id: 'openapi/unresolved-ref', path: '/components/b/$ref' }]);
  });

  it('takes a schema that contains itself for what it is', () => {
    const schemas =
      'schemas: {Node: {type: object, properties: {next: {$ref: "#/components/schemas/Node"}}}}';
    expect(read({ 'api.yaml': `${HEAD}paths: {}\ncomponents:\n  ${schemas}\n` })).toMatchObject({ ok: true });
  });

  it('leaves `$ref` in data and as the name of a property alone', () => {
    const schema =
      '{properties: {$ref: {type: string}}, example: {$ref: no}, default: {$ref: no}, x-note: {$ref: no}}';
    expect(read({ 'api.yaml': `${HEAD}paths: {}\ncomponents: {schemas: {A: ${schema}}}\n` })).toMatchObject({
      ok: true,
    });
  });

  it('follows references to the schemas of events', () => {
    const events = (target: string) =>
      read({
        'api.yaml': `${HEAD}paths: {/x: {get: {x-sse-events: {events: {$ref: {type: string}, end: {$ref: "${target}"}}}}}}\n`,
      });
    expect(events('#/info')).toMatchObject({ ok: true });
    expect(events('#/no').findings).toMatchObject([
      { id: 'openapi/unresolved-ref', path: '/paths/~1x/get/x-sse-events/events/end/$ref' },
    ]);
  });

  it.each([
    ['swagger: "2.0"\n', 'Swagger 2.0'],
    ['openapi: 4.0.0\n', '"4.0.0"'],
    ['- a\n', 'does not say'],
  ])('refuses %s', (text, message) => {
    expect(read({ 'api.yaml': text }).findings[0]).toMatchObject({
      id: 'openapi/unknown-version',
      message: expect.stringContaining(message),
    });
  });

  it('names an entry file that is absent', () => {
    expect(read({}).findings[0]).toMatchObject({ id: 'openapi/absent', file: 'api.yaml' });
  });
});

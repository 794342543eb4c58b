import { openapi } from '../testing/test-support';
import { runClient } from '../testing/run-client';

// Compilers and generators are loaded, which takes its time on a busy machine.
jest.setTimeout(120_000);

const RESPONSES = 'responses: {"200": {description: d}}';
const parameter = (place: string, name: string, more: string) =>
  `{name: "${name}", in: ${place}, ${place === 'path' ? 'required: true, ' : ''}${more}}`;
const withParameter = (place: string, more: string, version?: string) =>
  openapi(
    `{"/a${place === 'path' ? '/{p}' : ''}": {get: {operationId: go, parameters: [${parameter(place, 'p', more)}], ${RESPONSES}}}}`,
    '{}',
    version,
  );
const schema = 'schema: {}';
const LIST = ['a b', 'c,d'];
const RECORD = { r: 100, g: 'x y' };

describe('the requests of a client', () => {
  // The table of styles of the specification ("Style Examples"), with characters that have to be encoded.
  it.each<[string, string, unknown, string]>([
    ['path', schema, 'a/b', '/a/a%2Fb'],
    ['path', schema, LIST, '/a/a%20b,c%2Cd'],
    ['path', schema, RECORD, '/a/r,100,g,x%20y'],
    ['path', `explode: true, ${schema}`, RECORD, '/a/r=100,g=x%20y'],
    ['path', `style: label, ${schema}`, LIST, '/a/.a%20b,c%2Cd'],
    ['path', `style: label, explode: true, ${schema}`, LIST, '/a/.a%20b.c%2Cd'],
    ['path', `style: label, explode: true, ${schema}`, RECORD, '/a/.r=100.g=x%20y'],
    ['path', `style: matrix, ${schema}`, 'x', '/a/;p=x'],
    ['path', `style: matrix, ${schema}`, LIST, '/a/;p=a%20b,c%2Cd'],
    ['path', `style: matrix, explode: true, ${schema}`, LIST, '/a/;p=a%20b;p=c%2Cd'],
    ['path', `style: matrix, explode: true, ${schema}`, RECORD, '/a/;r=100;g=x%20y'],
    ['query', schema, 'a&b', '/a?p=a%26b'],
    ['query', schema, 0, '/a?p=0'],
    ['query', schema, undefined, '/a'],
    ['query', schema, LIST, '/a?p=a%20b&p=c%2Cd'],
    ['query', schema, RECORD, '/a?r=100&g=x%20y'],
    ['query', `explode: false, ${schema}`, LIST, '/a?p=a%20b,c%2Cd'],
    ['query', `explode: false, ${schema}`, RECORD, '/a?p=r,100,g,x%20y'],
    ['query', `style: spaceDelimited, explode: false, ${schema}`, ['a', 'b'], '/a?p=a%20b'],
    ['query', `style: pipeDelimited, explode: false, ${schema}`, ['a', 'b'], '/a?p=a%7Cb'],
    [
      'query',
      `style: deepObject, explode: true, ${schema}`,
      { a: 1, b: { c: ['x', 'y'] } },
      '/a?p%5Ba%5D=1&p%5Bb%5D%5Bc%5D=x&p%5Bb%5D%5Bc%5D=y',
    ],
    ['query', `allowReserved: true, ${schema}`, 'a/b c?', '/a?p=a/b%20c?'],
    ['query', 'content: {application/json: {schema: {}}}', { a: [1] }, '/a?p=%7B%22a%22%3A%5B1%5D%7D'],
  ])('%s {%s} of %j', async (place, more, value, expected) => {
    const client = await runClient(withParameter(place, more));
    await client.call('go', { [place]: { p: value } });
    expect(client.sent[0]?.url).toBe(`https://api.test/v1${expected}`);
  });

  it('puts headers and cookies where they belong', async () => {
    const parameters = [
      parameter('header', 'X-List', schema),
      parameter('header', 'X-Record', `explode: true, ${schema}`),
      parameter('cookie', 'c', schema),
      parameter('cookie', 'd', schema),
    ];
    const client = await runClient(
      openapi(`{/a: {get: {operationId: go, parameters: [${parameters.join()}], ${RESPONSES}}}}`),
    );
    await client.call('go', {
      header: { 'X-List': ['a', 'b'], 'X-Record': RECORD },
      cookie: { c: '1;', d: 2 },
    });
    expect(client.sent[0]?.headers).toEqual({
      'x-all': '1',
      'x-list': 'a, b'.replace(' ', ''),
      'x-record': 'r=100,g=x y',
      cookie: 'c=1%3B; d=2',
    });
  });

  it('takes names that every object has for names', async () => {
    const parameters = [parameter('path', '__proto__', schema), parameter('query', 'constructor', schema)];
    const client = await runClient(
      openapi(
        `{"/a/{__proto__}": {get: {operationId: constructor, parameters: [${parameters.join()}], ${RESPONSES}}}}`,
      ),
    );
    await client.call('constructor', { path: { ['__proto__']: 'x' } });
    expect(client.sent[0]?.url).toBe('https://api.test/v1/a/x');
    await expect(client.call('constructor', { path: {} })).rejects.toThrow('the path parameter __proto__');
  });

  it('writes bodies by their media type', async () => {
    const content = (...types: string[]) =>
      `{content: {${types.map((type) => `"${type}": {schema: {type: object}}`).join()}}}`;
    const client = await runClient(
      openapi(
        `{/a: {post: {operationId: one, requestBody: ${content('application/problem+json')}, ${RESPONSES}}, put: {operationId: many, requestBody: ${content('text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded', 'image/*')}, ${RESPONSES}}}}`,
      ),
    );
    await client.call('one', { body: { a: 1 } });
    await client.call('one', {});
    await client.call('many', { contentType: 'text/plain', body: 'text' });
    await client.call('many', {
      contentType: 'application/x-www-form-urlencoded',
      body: { a: [1, 'x y'], b: null },
    });
    await client.call('many', {
      contentType: 'multipart/form-data',
      body: { a: new Blob(['b']), c: { d: 1 }, e: 2 },
    });
    await client.call('many', { contentType: 'image/*', body: 'bytes' });
    const [json, none, text, form, multipart, bytes] = client.sent.map(({ headers, body }) => ({
      type: headers['content-type'],
      body,
    }));
    expect(json).toEqual({ type: 'application/problem+json', body: '{"a":1}' });
    expect(none).toEqual({ type: undefined, body: undefined });
    expect(text).toEqual({ type: 'text/plain', body: 'text' });
    expect(String(form?.body)).toBe('a=1&a=x+y');
    expect(multipart?.type).toBeUndefined();
    expect(
      await (multipart?.body as FormData | undefined)?.getAll('c').map((part) => (part as Blob).type),
    ).toEqual(['application/json']);
    expect(bytes).toEqual({ type: undefined, body: 'bytes' });
  });

  it('sends the methods of version 3.2 as they are called', async () => {
    const operation = (id: string) => `{operationId: ${id}, ${RESPONSES}}`;
    const client = await runClient(
      openapi(
        `{/a: {query: ${operation('q')}, additionalOperations: {CopyTo: ${operation('c')}}}}`,
        '{}',
        '3.2.0',
      ),
    );
    await client.call('q');
    await client.call('c');
    expect(client.sent.map(({ method }) => method)).toEqual(['QUERY', 'CopyTo']);
  });
});

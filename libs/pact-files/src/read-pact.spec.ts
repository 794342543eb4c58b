import fc from 'fast-check';
import { readPact } from './read-pact';

const REQUEST = { method: 'get', path: '/a' };
const RESPONSE = { status: 200 };
const pactOf = (interactions: unknown, more: object = {}) =>
  JSON.stringify({ consumer: { name: 'web' }, provider: { name: 'api' }, interactions, ...more }, null, 2);
const version = (text: string) => ({ metadata: { pactSpecification: { version: text } } });

const read = (interaction: object, more: object = {}) => {
  const result = readPact(
    'p.json',
    pactOf([{ description: 'd', request: REQUEST, response: RESPONSE, ...interaction }], more),
  );
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return { ...result.value, findings: result.findings, first: result.value.interactions[0] };
};

describe('readPact', () => {
  it('gives interactions one form', () => {
    expect(read({}).first).toEqual({
      file: 'p.json',
      pointer: '/interactions/0',
      consumer: 'web',
      provider: 'api',
      description: 'd',
      request: { method: 'GET', path: '/a', query: {}, headers: {} },
      response: { status: 200, headers: {} },
    });
  });

  it.each([
    ['a=1&b=x%20y+z&a=2', { a: ['1', '2'], b: ['x y z'] }],
    [
      { a: ['1', '2'], b: 'x', c: null },
      { a: ['1', '2'], b: ['x'], c: [''] },
    ],
    [null, {}],
  ])('reads the query %j', (query, expected) => {
    expect(read({ request: { ...REQUEST, query } }).first?.request.query).toEqual(expected);
  });

  it('reads headers of all versions', () => {
    const headers = { Accept: 'a, b', 'X-List': ['1', '2'], constructor: 'x' };
    expect(read({ request: { ...REQUEST, headers } }).first?.request.headers).toEqual({
      Accept: ['a, b'],
      'X-List': ['1', '2'],
      constructor: ['x'],
    });
  });

  it.each([
    ['2.0.0', { body: { content: 1 } }, { content: 1 }],
    ['3.0.0', { body: null }, null],
    ['4.0', { body: { content: { a: 1 }, contentType: 'application/json', encoded: false } }, { a: 1 }],
    [
      '4.0',
      {
        body: {
          content: Buffer.from('{"a":1}').toString('base64'),
          contentType: 'application/json',
          encoded: 'base64',
        },
      },
      { a: 1 },
    ],
    [
      '4.0',
      { body: { content: 'ZGF0YTogMQoK', contentType: 'text/event-stream', encoded: 'base64' } },
      'data: 1\n\n',
    ],
    ['4.0', { body: { content: '[1]', encoded: 'JSON' } }, [1]],
    ['4.0', { body: { content: '/w==', contentType: 'image/png', encoded: 'base64' } }, '/w=='],
    ['4.0', { body: { contentType: 'text/plain' } }, undefined],
  ])('reads a body of version %s: %j', (specification, response, expected) => {
    expect(
      read({ response: { ...RESPONSE, ...response } }, version(specification)).first?.response.body,
    ).toEqual(expected);
  });

  it('takes the content type of a v4 body for a header, unless there is one', () => {
    const body = { content: 'x', contentType: 'text/plain', encoded: false };
    const headersFor = (headers: object) =>
      read({ response: { ...RESPONSE, body, headers } }, version('4.0')).first?.response.headers;
    expect(headersFor({})).toEqual({ 'Content-Type': ['text/plain'] });
    expect(headersFor({ 'content-type': ['text/html'] })).toEqual({ 'content-type': ['text/html'] });
  });

  it.each([
    [version('1.0.0'), 2],
    [{ metadata: { pactSpecificationVersion: '3.0.0' } }, 3],
    [{ metadata: { 'pact-specification': { version: '2.0.0' } } }, 2],
    [{ pactSpecification: { version: '3.0.0' } }, 3],
    [{}, 2],
  ])('reads the version of %j', (more, expected) => {
    expect(read({}, more).version).toBe(expected);
  });

  it('guesses the version from what only later ones have', () => {
    expect(read({ type: 'Synchronous/HTTP' }).version).toBe(4);
    expect(read({ request: { ...REQUEST, query: {} } }).version).toBe(3);
  });

  it('sets messages apart and knows what is pending', () => {
    const http = {
      description: 'h',
      type: 'Synchronous/HTTP',
      pending: true,
      request: REQUEST,
      response: RESPONSE,
    };
    const message = { description: 'm', type: 'Asynchronous/Messages', contents: {} };
    const result = readPact(
      'p.json',
      pactOf([message, http], { ...version('4.0'), messages: [{ description: 'old' }] }),
    );
    if (!result.ok) throw new Error('not read');
    expect(result.value.interactions.map(({ pointer }) => pointer)).toEqual(['/interactions/1']);
    expect([...result.value.pending]).toEqual(['/interactions/1']);
    expect(result.value.unjudged).toEqual([
      { pointer: '/interactions/0', description: 'm', type: 'Asynchronous/Messages' },
      { pointer: '/messages/0', description: 'old', type: 'message' },
    ]);
  });

  it.each([
    ['{', 'pact/invalid-json', { line: 1, column: 2 }],
    ['', 'pact/empty-document', { line: 1, column: 1 }],
    ['[]', 'pact/wrong-shape', { line: 1, column: 1 }],
    ['{\n "consumer": {},\n "provider": {"name": "x"}}', 'pact/wrong-shape', { line: 2, column: 2 }],
    [pactOf({}), 'pact/wrong-shape', { line: 8, column: 3 }],
    [pactOf([]), 'pact/no-interactions', { line: 8, column: 3 }],
    [pactOf([{}], version('5.0')), 'pact/unknown-version', { line: 13, column: 7 }],
  ])('refuses %j', (source, id, position) => {
    expect(readPact('p', source)).toMatchObject({ ok: false, findings: [{ id, file: 'p', position }] });
  });

  it('says what is wrong with one interaction and reads the others', () => {
    const good = { request: REQUEST, response: RESPONSE };
    const result = readPact(
      'p.json',
      pactOf([
        3,
        { request: REQUEST },
        { ...good, response: { status: 'x' } },
        { ...good, request: { ...REQUEST, headers: { a: {} } } },
        good,
      ]),
    );
    if (!result.ok) throw new Error('not read');
    expect(result.value.interactions.map(({ pointer }) => pointer)).toEqual(['/interactions/4']);
    expect(result.findings.map(({ id, path, severity }) => [id, path, severity])).toEqual([
      ['pact/wrong-shape', '/interactions/0', 'error'],
      ['pact/wrong-shape', '/interactions/1', 'error'],
      ['pact/wrong-shape', '/interactions/2/response/status', 'error'],
      ['pact/wrong-shape', '/interactions/3/request/headers', 'error'],
    ]);
  });

  it.each([
    [{ content: 'x!', encoded: 'base64' }, 'is base64 and is not'],
    [{ content: '{', encoded: 'json' }, 'is JSON and is not'],
    [{ content: 1, encoded: 'base64' }, 'must be a text'],
    [{ content: 'x', encoded: 'rot13' }, '"rot13" is not known'],
    ['x', 'must be an object'],
  ])('refuses the v4 body %j', (body, reason) => {
    const result = read({ response: { ...RESPONSE, body } }, version('4.0'));
    expect(result.findings).toMatchObject([
      {
        id: 'pact/bad-body',
        path: '/interactions/0/response/body',
        message: expect.stringContaining(reason),
      },
    ]);
    expect(result.first).toBeUndefined();
  });

  it('takes any text and any JSON', () => {
    const key = fc.constantFrom(
      'consumer',
      'provider',
      'interactions',
      'messages',
      'name',
      'request',
      'response',
      'body',
      'query',
      '__proto__',
    );
    const { json } = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue(),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(key, tie('json')),
      ),
    }));
    const whole = json.map((value) => pactOf([value], isObject(value) ? value : {}));
    fc.assert(
      fc.property(fc.oneof(fc.string(), whole), (source) => {
        const result = readPact('p.json', source);
        expect(result.ok || result.findings.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

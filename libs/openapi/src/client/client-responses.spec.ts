import fc from 'fast-check';
import { openapi } from '../testing/test-support';
import { runClient } from '../testing/run-client';

// Compilers and generators are loaded, which takes its time on a busy machine.
jest.setTimeout(120_000);

const json = (text: string, status = 200, type = 'application/json') =>
  new Response(text, { status, headers: { 'content-type': type } });

const body = (...types: string[]) =>
  `{description: d, content: {${types.map((type) => `"${type}": {schema: {type: object}}`).join()}}}`;

const go = (responses: string) => openapi(`{/a: {get: {operationId: go, responses: {${responses}}}}}`);

describe('the results of a client', () => {
  const text = go(
    `"200": ${body('application/json', 'text/plain', 'application/*')}, "204": {description: d}, 4XX: ${body('application/json')}, default: {description: d}`,
  );

  it.each<[string, () => Response, object]>([
    [
      'an exact status',
      () => json('{"a":1}'),
      { status: 200, contentType: 'application/json', body: { a: 1 } },
    ],
    [
      'a media type with parameters',
      () => json('t', 200, 'Text/Plain; charset=utf-8'),
      { contentType: 'text/plain', body: 't' },
    ],
    [
      'a range of media types',
      () => json('{}', 200, 'application/vnd.a'),
      { contentType: 'application/*', body: {} },
    ],
    ['no body', () => new Response(null, { status: 204 }), { status: 204, body: undefined }],
    ['a range of statuses', () => json('{"m":0}', 418), { status: 418, body: { m: 0 } }],
    [
      'the default',
      () => json('x', 503, 'text/html'),
      { status: 503, contentType: undefined, body: undefined },
    ],
  ])('tell %s', async (_name, answer, expected) => {
    expect(await (await runClient(text, answer)).call('go')).toMatchObject(expected);
  });

  it.each<[string, () => Response, string]>([
    ['a status', () => json('{}', 500), 'the status 500 is not declared'],
    ['a media type', () => json('<a>', 200, 'text/html'), 'the media type text/html is not declared for 200'],
  ])('are never %s that is not declared', async (_name, answer, message) => {
    const client = await runClient(go(`"200": ${body('application/json')}`), answer);
    await expect(client.call('go')).rejects.toThrow(message);
    await expect(client.call('go')).rejects.toBeInstanceOf(client.exports['UnexpectedResponse']);
  });

  it('asks for what is declared', async () => {
    const client = await runClient(text, () => json('{}'));
    await client.call('go');
    expect(client.sent[0]?.headers['accept']).toBe('application/json, text/plain, application/*');
  });
});

describe('the events of a client', () => {
  const stream = (...chunks: (string | Uint8Array)[]) => {
    const encoder = new TextEncoder();
    const source = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks)
          controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
        controller.close();
      },
    });
    return new Response(source, { headers: { 'content-type': 'text/event-stream' } });
  };
  const untyped = go('"200": {description: d, content: {text/event-stream: {schema: {type: string}}}}');
  const events = async (document: string, answer: () => Response) => {
    const result = await (await runClient(document, answer)).call('go');
    const all: unknown[] = [];
    for await (const event of result.body as AsyncIterable<unknown>) all.push(event);
    return all;
  };

  it.each<[string, string, object[]]>([
    [
      'fields in any order, and a space that is dropped once',
      'data:  a\nevent:b\n\n',
      [{ event: 'b', data: ' a' }],
    ],
    ['several lines of data', 'data: a\ndata\ndata: b\n\n', [{ event: 'message', data: 'a\n\nb' }]],
    ['comments and unknown fields', ': hi\nfoo: bar\ndata: a\n\n', [{ event: 'message', data: 'a' }]],
    [
      'every line ending',
      'data: a\r\rdata: b\r\n\r\ndata: c\n\n',
      ['a', 'b', 'c'].map((data) => ({ event: 'message', data })),
    ],
    ['a blank line between event and data', 'event: x\n\ndata: a\n\n', [{ event: 'message', data: 'a' }]],
    ['an event that is not ended', 'data: a\n\ndata: b\n', [{ event: 'message', data: 'a' }]],
    ['a byte order mark', '\ufeffdata: a\n\n', [{ event: 'message', data: 'a' }]],
    [
      'ids, that stay, and times to retry, that do not',
      'id: 1\nretry: 5\ndata: a\n\nid: a\0b\nretry: x\ndata: b\n\n',
      [
        { event: 'message', data: 'a', id: '1', retry: 5 },
        { event: 'message', data: 'b', id: '1' },
      ],
    ],
  ])('follow the HTML standard: %s', async (_name, text, expected) => {
    expect(await events(untyped, () => stream(text))).toEqual(expected);
  });

  it('are the same however the bytes arrive', async () => {
    const text = '\ufeffevent: ä\r\ndata: 日本\r\n\r\n\r\rdata: 1\rdata: 2\n\nid: 7\r\ndata: x\r\n\r\n';
    const bytes = new TextEncoder().encode(text);
    const client = await runClient(untyped, () => stream(...chunks));
    let chunks: Uint8Array[] = [bytes];
    const read = async () => {
      const all: unknown[] = [];
      for await (const event of (await client.call('go')).body as AsyncIterable<unknown>) all.push(event);
      return all;
    };
    const whole = await read();
    expect(whole).toHaveLength(3);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 8 }), async (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), bytes.length];
        chunks = cuts.slice(1).map((cut, index) => bytes.slice(cuts[index], cut));
        expect(await read()).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it('are declared by itemSchema or by x-sse-events, and those that are not are passed over', async () => {
    const text = 'event: token\ndata: {"t":"a"}\n\nevent: end\ndata: bye\n\nevent: new\ndata: {\n\n';
    const item = `{oneOf: [{$ref: "#/components/schemas/Token"}, {properties: {event: {const: end}, data: {type: string}}}]}`;
    const token =
      '{properties: {event: {enum: [token]}, data: {type: string, contentMediaType: application/json, contentSchema: {type: object}}}}';
    const inThreeTwo = openapi(
      `{/a: {get: {operationId: go, responses: {"200": {description: d, content: {text/event-stream: {itemSchema: ${item}}}}}}}}`,
      `{Token: ${token}}`,
      '3.2.0',
    );
    expect(await events(inThreeTwo, () => stream(text))).toEqual([
      { event: 'token', data: { t: 'a' } },
      { event: 'end', data: 'bye' },
    ]);
    const declared = go(
      '"200": {description: d, content: {text/event-stream: {x-sse-events: {token: {type: object}}}}}',
    );
    expect(await events(declared, () => stream(text))).toEqual([{ event: 'token', data: { t: 'a' } }]);
    await expect(events(declared, () => stream('event: token\ndata: {\n\n'))).rejects.toThrow('is not JSON');
  });

  it('end the connection when nobody listens any more', async () => {
    let cancelled = false;
    const source = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('data: a\n\n')),
      cancel: () => void (cancelled = true),
    });
    const response = new Response(source, { headers: { 'content-type': 'text/event-stream' } });
    const result = await (await runClient(untyped, () => response)).call('go');
    for await (const event of result.body as AsyncIterable<unknown>) {
      expect(event).toEqual({ event: 'message', data: 'a' });
      break;
    }
    expect(cancelled).toBe(true);
  });
});

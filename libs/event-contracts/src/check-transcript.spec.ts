import fc from 'fast-check';
import { documentOf, findingsIn } from './test-support';

const event = (name: string, data = '{}') => `event: ${name}\ndata: ${data}\n\n`;
/** The ids of the findings, sorted. */
const ids = async (transcript: string, document?: string) =>
  (await findingsIn(transcript, document)).map((line) => line.split(' ')[2]?.replace(/:$/, '')).sort();

describe('a transcript', () => {
  it('is right when its events are', async () => {
    expect(
      await findingsIn(
        `: hello\n\n${event('started')}${event('token', '{"t":"a","i":0}')}${event('metrics', '[1]')}${event('end')}`,
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'an event that cannot come first',
      event('token', '{"t":"a"}') + event('end'),
      ['1:1 error order: event 1, "token", cannot stand there; expected started'],
    ],
    [
      'an event after the last one',
      event('started') + event('end') + event('token', '{"t":"a"}'),
      ['7:1 error order: event 3, "token", cannot stand there; expected the end of the stream'],
    ],
    [
      'no end',
      event('started'),
      ['1:1 error no-terminal-event: the stream never ends: it has no end or error'],
    ],
    [
      'data that is not JSON',
      event('started', 'x') + event('end'),
      ['2:7 error data-not-json: the data of event 1, "started" is not JSON'],
    ],
    [
      'data on two lines',
      `event: started\ndata: {"a":"b\ndata: c"}\n\n${event('end')}`,
      [
        '2:7 error data-not-json: the data of event 1, "started" is not JSON: several data lines are joined by line feeds',
      ],
    ],
    [
      'data that does not fit',
      event('started') + event('token', '{"t":1,"i":-1}') + event('end'),
      [
        '5:7 error event-data: the data of event 2, "token" at /i must be of the format uint32 [api.yaml:15:93 /components/schemas/Token/properties/i/format]',
        '5:7 error event-data: the data of event 2, "token" at /t must be string [api.yaml:15:59 /components/schemas/Token/properties/t/type]',
      ],
    ],
    [
      'an event nobody described',
      event('started') + event('tokens') + event('tokens') + event('end'),
      [
        '4:1 error order: event 2, "tokens", cannot stand there; expected end or error or metrics or token',
        '4:1 error unknown-event: the event "tokens" is not described (2 times): did you mean "token"?',
      ],
    ],
    [
      'nothing',
      ': only a comment\n',
      [
        '1:1 error empty-transcript: the transcript holds no event',
        '1:1 error no-terminal-event: the stream never ends: it has no end or error',
      ],
    ],
    [
      'an event without data',
      event('started') + 'event: token\n\n' + event('end'),
      ['4:1 warning event-without-data: the event "token" has no data, so it never comes'],
    ],
    [
      'no blank line at the end',
      event('started') + 'event: end\ndata: {}\n',
      [
        '1:1 error no-terminal-event: the stream never ends: it has no end or error',
        '4:1 error unfinished-event: the last event, "end", never comes: no blank line follows it',
      ],
    ],
  ])('with %s is not [FP-SSE-002]', async (_name, transcript, findings) => {
    expect(await findingsIn(transcript)).toEqual(findings);
  });

  it('with blank lines between events and their data is told what it really says', async () => {
    const split = 'event: started\n\ndata: {}\n\n\nevent: end\n\ndata: {}\n\n';
    expect(await findingsIn(split)).toEqual([
      '1:1 error blank-line-in-event: a blank line parts "event: started" from its data, here and 1 more time: what comes is an event "message", and "started" never does',
      '3:1 error order: event 1, "message", cannot stand there; expected started',
      '3:1 error unknown-event: the event "message" is not described (2 times)',
      '8:1 error no-terminal-event: the stream never ends: it has no end or error',
    ]);
  });

  it('is read as bytes, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect((await findingsIn(bytes)).length).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
  });

  it('is cut off before more has to follow', async () => {
    const document = documentOf('{order: a b a c}');
    expect(await ids(event('a') + event('b'), document)).toEqual(['no-terminal-event']);
    expect(await ids(event('c'), documentOf('{order: c d c}'))).toEqual(['incomplete']);
  });
});

describe('a contract', () => {
  it('may say nothing of the order, or nothing of the events', async () => {
    expect(await ids(event('x', 'y'), documentOf('{events: {x: {type: string}}}'))).toEqual([]);
    expect(await ids(event('x', 'y'), documentOf('{order: x}'))).toEqual([]);
  });

  it('may be a list', async () => {
    const list = '[{name: a, schema: {type: integer}}, {name: b, schema: {type: string}}]';
    expect(await ids(event('a', '1') + event('b', 'text'), documentOf(list))).toEqual([]);
    expect(await ids(event('a', '"x"') + event('c'), documentOf(list))).toEqual([
      'event-data',
      'unknown-event',
    ]);
  });

  it('may stand at the media type', async () => {
    expect(await ids(event('a'), documentOf('', { media: 'x-sse-events: {order: b}' }))).toEqual([
      'no-terminal-event',
      'order',
    ]);
  });

  it.each([
    [
      '{order: "a | (b"}',
      'invalid-order: the order of the events is no grammar: this bracket is never closed, at column 5 of "a | (b"',
    ],
    [
      '7',
      'invalid-contract: x-sse-events must be an object with "order" and "events", a map from names to schemas',
    ],
    [
      '{events: 3}',
      'invalid-contract: x-sse-events must be an object with "order" and "events", a map from names to schemas',
    ],
    [
      '[{schema: {}}]',
      'invalid-contract: x-sse-events must be an object with "order" and "events", a map from names to schemas',
    ],
    [
      '{order: a finish, events: {a: {}, finsh: {}}}',
      'order-names-unknown-event: the order names the event "finish", which is not described: did you mean "finsh"?',
    ],
  ])('%s is wrong', async (extension, message) => {
    expect(
      (await findingsIn(event('a') + event('b'), documentOf(extension))).map((line) =>
        line.replace(/^\S+ \S+ /, ''),
      ),
    ).toContain(message);
  });

  it('does not describe events that never come', async () => {
    expect(await ids(event('a'), documentOf('{order: a, events: {a: {}, b: {}}}'))).toEqual([
      'event-not-in-order',
    ]);
  });

  it('is missed where transcripts are', async () => {
    expect(await ids(event('a'), documentOf(''))).toEqual(['no-event-contract']);
  });

  it('has schemas that can be used', async () => {
    expect(await ids(event('a'), documentOf('{events: {a: {type: 7}}}'))).toEqual(['unusable-schema']);
  });
});

describe('itemSchema', () => {
  const document = (itemSchema: string, order = '') =>
    documentOf(order, { media: `itemSchema: ${itemSchema}`, version: '3.2.0' });
  const ITEMS =
    `{type: object, required: [event, data], properties: {event: {type: string}, data: {type: string}}, oneOf: [
    {properties: {event: {const: text}}},
    {properties: {event: {const: token}, data: {contentMediaType: application/json, contentSchema: {$ref: "#/components/schemas/Token"}}}},
    {properties: {event: {enum: [a, b]}, data: {type: object, required: [x]}}},
    {allOf: [{properties: {event: {const: json}, data: {contentMediaType: application/json}}}]}]}`.replaceAll(
      '\n',
      '',
    );

  it('gives the events', async () => {
    const fine =
      event('text', 'any') +
      event('token', '{"t":""}') +
      event('a', '{"x":1}') +
      event('b', '{"x":1}') +
      event('json', '[]');
    expect(await ids(fine, document(ITEMS))).toEqual([]);
    expect(
      await ids(event('token', '{}') + event('a', '{}') + event('json', 'x') + event('c'), document(ITEMS)),
    ).toEqual(['data-not-json', 'event-data', 'event-data', 'unknown-event']);
  });

  it('goes with an order', async () => {
    expect(await ids(event('text'), document(ITEMS, '{order: token* (a | b | json | text)}'))).toEqual([]);
    expect(
      await ids(
        event('text') + event('token', '{"t":""}'),
        document(ITEMS, '{order: token* (a | b | json | text)}'),
      ),
    ).toEqual(['order']);
  });

  it('may be one schema for all events', async () => {
    const any = document('{properties: {data: {contentSchema: {type: integer}}}}');
    expect(await ids('data: 1\n\n' + event('x', '2'), any)).toEqual([]);
    expect(await ids('data: x\n\n' + event('x', '"2"'), any)).toEqual(['data-not-json', 'event-data']);
  });
});

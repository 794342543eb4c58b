import fc from 'fast-check';
import { eventStreamParser, parseEventStream } from './event-stream-parser';

const events = (stream: string | Uint8Array) =>
  parseEventStream(stream).events.map(({ event, data, lastEventId }) => [event, data, lastEventId]);

/** Texts in which everything that means something to the parser is frequent. */
const streamText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\r',
        '\r\n',
        ':',
        ' ',
        '\ufeff',
        'data',
        'event',
        'id',
        'retry',
        'data: a\n',
        '\n\n',
        '\0',
        '7',
      ),
      fc.string(),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));

describe('parseEventStream', () => {
  it.each([
    ['a type and data', 'event: a\ndata: 1\n\n', [['a', '1', '']]],
    ['no space after the colon, and only one taken off', 'data:x\ndata:  y\n\n', [['message', 'x\n y', '']]],
    [
      'CR',
      'data: 1\r\rdata: 2\r\r',
      [
        ['message', '1', ''],
        ['message', '2', ''],
      ],
    ],
    [
      'CRLF',
      'event: a\r\ndata: 1\r\n\r\ndata: 2\r\n\r\n',
      [
        ['a', '1', ''],
        ['message', '2', ''],
      ],
    ],
    [
      'a mixture of line ends',
      'data: 1\r\n\rdata: 2\n\r\n',
      [
        ['message', '1', ''],
        ['message', '2', ''],
      ],
    ],
    ['a byte order mark, once', '\ufeffdata: 1\n\n', [['message', '1', '']]],
    ['a second byte order mark as part of a name', '\ufeff\ufeffdata: 1\n\n', []],
    ['comments', ': hello\n:\ndata: 1\n: in between\n\n', [['message', '1', '']]],
    [
      'an id that stays until the next one',
      'id: 7\ndata: 1\n\ndata: 2\n\nid\ndata: 3\n\n',
      [
        ['message', '1', '7'],
        ['message', '2', '7'],
        ['message', '3', ''],
      ],
    ],
    [
      'an id with NUL, which is ignored',
      'id: 7\ndata\n\nid: \0\ndata: 2\n\n',
      [
        ['message', '', '7'],
        ['message', '2', '7'],
      ],
    ],
    ['an id of a block without data', 'id: 7\n\ndata: 1\n\n', [['message', '1', '7']]],
    [
      'an empty data field, which is data',
      'data\n\ndata:\ndata\n\n',
      [
        ['message', '', ''],
        ['message', '\n', ''],
      ],
    ],
    ['an empty type, which is none', 'event: a\nevent\ndata: 1\n\n', [['message', '1', '']]],
    ['fields that mean nothing', 'Data: 1\ndatas: 1\n data: 1\n\n', []],
    ['a last block without its blank line', 'data: 1\n\ndata: 2\n', [['message', '1', '']]],
    [
      'a last line without its end',
      'data: 1\n\ndata: 2\n\nid: 9',
      [
        ['message', '1', ''],
        ['message', '2', ''],
      ],
    ],
    ['nothing', '', []],
  ])('takes %s [FP-SSE-001]', (_name, text, expected) => {
    expect(events(text)).toEqual(expected);
  });

  it('replaces bytes that are no UTF-8', () => {
    expect(events(Uint8Array.from([...Buffer.from('data: '), 0xff, 0x0a, 0x0a]))).toEqual([
      ['message', '\ufffd', ''],
    ]);
  });

  it('knows where events and their data begin', () => {
    const [event] = parseEventStream('\n: note\nid: 1\ndata: x\n\n').events;
    expect(event).toMatchObject({
      id: '1',
      position: { line: 3, column: 1 },
      dataPosition: { line: 4, column: 7 },
    });
  });

  it('keeps the last reconnection time that is a number', () => {
    expect(parseEventStream('retry: 10\nretry: -1\nretry: 1e3\n\n').retry).toBe(10);
    expect(parseEventStream('retry: ten\n').retry).toBeUndefined();
  });

  it('says what was dropped and why', () => {
    expect(parseEventStream('event: a\n\ndata: 1\n\nid: 3\n\nevent: end\ndata: {}\nda').dropped).toEqual([
      { reason: 'no-data', event: 'a', position: { line: 1, column: 1 }, eventsBefore: 0 },
      { reason: 'unfinished', event: 'end', data: '{}', position: { line: 7, column: 1 }, eventsBefore: 1 },
    ]);
  });

  it('takes any text and any bytes, whatever pieces they come in [FP-SSE-001]', () => {
    const cutAnywhere = (whole: string | Uint8Array, sizes: readonly number[]) => {
      const parser = eventStreamParser();
      let start = 0;
      for (const size of sizes) {
        parser.push(whole.slice(start, start + size));
        start += size;
      }
      parser.push(whole.slice(start));
      return parser.end();
    };
    const sizes = fc.array(fc.nat({ max: 5 }));
    fc.assert(
      fc.property(fc.oneof(streamText, fc.uint8Array()), sizes, (whole, pieces) => {
        expect(cutAnywhere(whole, pieces)).toEqual(parseEventStream(whole));
      }),
      { numRuns: 500 },
    );
  });

  it('gives back events that were written by the rules', () => {
    const line = fc.string().filter((text) => !/[\r\n]/.test(text));
    const event = fc.record({
      event: line.filter((name) => name !== ''),
      lines: fc.array(line, { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(event), fc.constantFrom('\n', '\r', '\r\n'), (written, end) => {
        const text = written
          .map(({ event: name, lines }) =>
            [`event: ${name}`, ...lines.map((data) => `data: ${data}`), '', ''].join(end),
          )
          .join('');
        expect(events(text)).toEqual(written.map(({ event: name, lines }) => [name, lines.join('\n'), '']));
      }),
    );
  });

  it('needs linear time for what comes one character at a time', () => {
    const parser = eventStreamParser();
    for (let count = 0; count < 300_000; count += 1) parser.push('x');
    expect(parser.end().events).toEqual([]);
  });
});

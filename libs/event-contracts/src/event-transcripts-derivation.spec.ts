import { eventTranscriptsDerivation } from './event-transcripts-derivation';
import { configOf, documentOf, run, TOKENS } from './test-support';

const STREAM =
  'event: started\ndata: {"id": 7, "at": {"b": 1, "a": 2}}\n\nevent: token\ndata: {"t":"x","i":0}\n\nevent: token\ndata: {"i":1,"t":"y"}\n\nevent: end\ndata: {}\n\n';
const brief = ({ findings }: Awaited<ReturnType<typeof run>>) =>
  findings.map(({ severity, id, file, path }) =>
    `${severity} ${id.replace('event-transcripts/', '')} ${file} ${path ?? ''}`.trim(),
  );

describe('examples of a document', () => {
  const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));

  it('are checked wherever they stand [FP-SSE-003]', async () => {
    const document = documentOf(TOKENS, {
      media:
        'example: "event: x\\n", examples: {one: {value: "data: 1\\n\\n"}, two: {value: {not: text}}}, schema: {type: string, examples: ["x", 3]}, x-examples: {three: {value: ""}}',
      response: '          x-examples: {four: {value: ": nothing\\n\\n"}}',
    });
    const result = await run({ files: { 'api.yaml': document } });
    const media = '/paths/~1stream/get/responses/200/content/text~1event-stream';
    expect(new Set(result.findings.map(({ path }) => path))).toEqual(
      new Set([
        `${media}/example`,
        `${media}/examples/one/value`,
        `${media}/schema/examples/0`,
        `${media}/x-examples/three/value`,
        '/paths/~1stream/get/responses/200/x-examples/four/value',
      ]),
    );
    expect(result.findings.every(({ position }) => position !== undefined)).toBe(true);
  });

  it('lose their last event in a YAML block, and are told how to keep it', async () => {
    const withBlock = (header: string) =>
      documentOf(TOKENS, {
        response: `          x-examples:\n            frames:\n              value: ${header}\n${indented(STREAM, 16)}`,
      });
    const lost = await run({ files: { 'api.yaml': withBlock('|') } });
    expect(lost.findings.find(({ id }) => id.endsWith('/unfinished-event'))).toMatchObject({
      message:
        'the last event, "end", never comes: no blank line follows it, because a YAML block that begins with | drops those at its end (line 10 of the example)',
      fix: 'begin the block with |+ and end it with a blank line',
      position: { line: 14, column: 15 },
    });
    expect(brief(await run({ files: { 'api.yaml': withBlock('|+') } }))).toEqual([]);
  });
});

describe('pacts', () => {
  const pact = (
    body: unknown,
    headers: object = { 'content-type': 'text/event-stream; charset=utf-8' },
    path = '/stream',
  ) =>
    JSON.stringify({
      consumer: { name: 'web' },
      provider: { name: 'api' },
      interactions: [
        {
          description: 's',
          request: { method: 'GET', path, headers: { Accept: 'text/event-stream' } },
          response: { status: 200, headers, body },
        },
      ],
    });
  const check = async (text: string) =>
    brief(await run({ files: { 'api.yaml': documentOf(TOKENS), 'p.json': text }, pacts: ['*.json'] }));

  it('have transcripts in the bodies of event streams [FP-SSE-003]', async () => {
    expect(await check(pact(STREAM))).toEqual([]);
    expect(await check(pact('event: end\ndata: {}\n\n', {}))).toEqual([
      'error order p.json /interactions/0/response/body',
    ]);
    expect(await check(pact({ a: 1 }))).toEqual(['error not-a-text p.json /interactions/0/response/body']);
    expect(await check(pact('x', { 'content-type': 'text/plain' }))).toEqual([]);
    expect(await check(pact('x', undefined, '/other'))).toEqual([]);
  });

  it('that are broken are findings', async () => {
    expect(await check('{')).toEqual(['error pact/invalid-json p.json']);
  });
});

describe('transcript files', () => {
  const files = { 'api.yaml': documentOf(TOKENS), 'sse/a.txt': STREAM };

  it('have snapshots in which volatile values do not count [FP-SSE-004]', async () => {
    const volatile = ['/id', '/at/*', '/i', '/t'];
    const { derived, findings } = await run({ files, transcripts: [{ snapshots: 'snapshots/', volatile }] });
    expect(findings).toEqual([]);
    expect(derived.ok && derived.value).toEqual([
      {
        path: 'snapshots/a.txt.json',
        text: `${JSON.stringify(
          {
            events: [
              { event: 'started', data: { at: { a: '<volatile>', b: '<volatile>' }, id: '<volatile>' } },
              { event: 'token', data: { i: '<volatile>', t: '<volatile>' }, times: 2 },
              { event: 'end', data: {} },
            ],
          },
          null,
          2,
        )}\n`,
      },
    ]);
  });

  it('own the snapshots of their directories', () => {
    const config = configOf({ files: {}, transcripts: [{ snapshots: 'a/' }, {}] });
    expect(eventTranscriptsDerivation.owns(config, { check: true })).toEqual(['a/*.json']);
  });

  it('stay what they are where nothing is volatile', async () => {
    const { derived } = await run({
      files: { ...files, 'sse/a.txt': 'data: [1, "x"]\n\ndata: text\n\n' },
      transcripts: [{ snapshots: 's' }],
    });
    expect(derived.ok && JSON.parse(derived.value[0]?.text ?? '')).toEqual({
      events: [
        { event: 'message', data: [1, 'x'] },
        { event: 'message', data: 'text' },
      ],
    });
  });

  it.each([
    ['find nothing', { files: ['none/*'] }, 'error no-transcripts . /events/transcripts/0/files'],
    [
      'belong to no operation',
      { operation: 'streams' },
      'error unknown-operation . /events/transcripts/0/operation',
    ],
    [
      'belong to another document',
      { document: 'other' },
      'error unknown-operation . /events/transcripts/0/operation',
    ],
    [
      'have a pointer that is none',
      { volatile: ['at.a'] },
      'error bad-pointer . /events/transcripts/0/volatile',
    ],
  ])('that %s are a failure [FP-SSE-005]', async (_name, transcripts, finding) => {
    const result = await run({ files, transcripts: [transcripts] });
    expect(result.derived).toMatchObject({ ok: false, outcome: 'usage' });
    expect(brief(result)).toEqual([finding]);
  });

  it('cannot share a snapshot', async () => {
    const result = await run({
      files: { ...files, 'sse/b/a.txt': STREAM },
      transcripts: [{ files: ['sse/**'], snapshots: 's' }],
    });
    expect(brief(result)).toEqual(['error snapshot-collision sse/b/a.txt']);
  });

  it('meet every volatile pointer', async () => {
    expect(brief(await run({ files, transcripts: [{ volatile: ['/id', '/none'] }] }))).toEqual([
      'warning unused-volatile . /events/transcripts/0/volatile',
    ]);
  });

  it('are not blamed for a document that is broken', async () => {
    const result = await run({ files: { ...files, 'api.yaml': 'openapi: [' }, transcripts: [{}] });
    expect(result.derived).toMatchObject({ ok: false, outcome: 'usage' });
    expect(brief(result)).toEqual(['error openapi/invalid-yaml api.yaml']);
  });
});

it('derives nothing where there are no streams', async () => {
  const { derived, findings } = await run({ files: { 'api.yaml': 'openapi: 3.1.0\npaths: {}\n' } });
  expect([derived, findings]).toEqual([{ ok: true, value: [], findings: [] }, []]);
});

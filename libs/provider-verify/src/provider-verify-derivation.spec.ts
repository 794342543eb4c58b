import { isAboutInteraction, pactOf, run } from './test-support';

const API = `openapi: 3.0.3
info: {title: t, version: "1"}
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
      responses:
        '200':
          description: d
          content:
            application/json:
              schema: {type: object, properties: {name: {type: string}}}
        '404': {description: d}
  /pets/mine:
    get: {responses: {'200': {description: d}}}
`;
const pet = (id: string, body: object = { name: 'x' }) => ({
  request: { path: `/pets/${id}` },
  response: { body },
});
const brief = (findings: Awaited<ReturnType<typeof run>>['findings']) =>
  findings.map(({ severity, id, file, path }) =>
    `${severity} ${id.replace('provider-verify/', '')} ${file} ${path ?? ''}`.trim(),
  );

describe('provider-verify', () => {
  it('reports every interaction, and every operation and status that none exercises [FP-PACT-001, FP-PACT-004]', async () => {
    const { derived, findings } = await run({
      files: { 'api.yaml': API, 'pacts/p.json': pactOf(pet('7'), pet('7', { age: 1 })) },
    });
    expect(derived).toMatchObject({ ok: true, value: [] });
    expect(brief(findings)).toEqual([
      'warning status-not-exercised api.yaml /paths/~1pets~1{id}/get/responses/404',
      'warning operation-not-exercised api.yaml /paths/~1pets~1mine/get',
      'note verified pacts/p.json /interactions/0',
      'error response-body pacts/p.json /interactions/1/response/body/age',
    ]);
  });

  it('names the places in the pact and in the contract [FP-PACT-002]', async () => {
    const { findings } = await run({
      files: { 'api.yaml': API, 'pacts/p.json': pactOf(pet('7', { name: 1 })) },
    });
    expect(findings.find(({ severity }) => severity === 'error')).toEqual({
      id: 'provider-verify/response-body',
      severity: 'error',
      message:
        '"i0": the response body at /name must be string [api.yaml:14:58 /paths/~1pets~1{id}/get/responses/200/content/application~1json/schema/properties/name/type]',
      file: 'pacts/p.json',
      position: { line: 1, column: 167 },
      path: '/interactions/0/response/body/name',
      fix: 'correct the test of web that writes pacts/p.json, or api.yaml:14:58 /paths/~1pets~1{id}/get/responses/200/content/application~1json/schema/properties/name/type',
    });
  });

  it('says which path or method was probably meant', async () => {
    const strays = pactOf(
      { request: { path: '/pet/7' } },
      { request: { path: '/pets/7', method: 'PUT' } },
      { request: { path: '/pets/7?x=1' } },
    );
    const { findings } = await run({ files: { 'api.yaml': API, 'pacts/p.json': strays } });
    expect(findings.filter(isAboutInteraction).map(({ id, message }) => [id, message])).toEqual([
      ['provider-verify/unknown-path', '"i0": no operation takes GET /pet/7; the nearest one is /pets/{id}'],
      ['provider-verify/unknown-method', '"i1": PUT is not declared for /pets/7, only GET'],
      [
        'provider-verify/unknown-path',
        '"i2": no operation takes GET /pets/7?x=1; a query does not belong into the path',
      ],
    ]);
  });

  it('takes the documents of a provider together and finds what two of them claim [FP-PACT-005]', async () => {
    const { findings } = await run({
      documents: ['api', 'more'],
      files: {
        'api.yaml': API,
        'more.yaml':
          'openapi: 3.1.0\npaths: {/owners: {get: {responses: {"200": {}}}}, "/pets/{pet}": {get: {responses: {}}}}\n',
        'pacts/p.json': pactOf(pet('7'), { request: { path: '/owners' } }),
      },
    });
    expect(brief(findings.filter(({ severity }) => severity !== 'warning'))).toEqual([
      'error routing-conflict more.yaml /paths/~1pets~1{pet}/get',
      'note verified pacts/p.json /interactions/0',
      'note verified pacts/p.json /interactions/1',
    ]);
  });

  it('compares nothing with a broken document, and everything with the others [FP-PACT-006]', async () => {
    const { derived, findings } = await run({
      documents: ['api', 'broken'],
      files: {
        'api.yaml': API,
        'broken.yaml': 'openapi: 3.1.0\npaths: {/x: {$ref: "#/no"}}\n',
        'pacts/p.json': pactOf(pet('x'), { request: { path: '/x' } }),
      },
    });
    expect(derived).toMatchObject({
      ok: false,
      outcome: 'usage',
      findings: [{ id: 'openapi/unresolved-ref' }],
    });
    expect(brief(findings).slice(-3)).toEqual([
      'error openapi/unresolved-ref broken.yaml /paths/~1x/$ref',
      'error path-parameter pacts/p.json /interactions/0/request/path',
      'note not-judged pacts/p.json /interactions/1',
    ]);
  });

  it('names broken pacts and verifies the others', async () => {
    const { derived, findings } = await run({
      files: { 'api.yaml': API, 'pacts/a.json': '{"a"', 'pacts/b.json': pactOf(pet('7')) },
    });
    expect(derived).toMatchObject({ ok: false, outcome: 'usage' });
    expect(brief(findings.filter(({ file }) => file.startsWith('pacts')))).toEqual([
      'error pact/invalid-json pacts/a.json',
      'note verified pacts/b.json /interactions/0',
    ]);
  });

  it('does not hold pending interactions against the provider, and judges no messages', async () => {
    const pact = JSON.parse(pactOf(pet('x'))) as { interactions: object[]; metadata: object };
    const [http] = pact.interactions;
    const v4 = {
      ...pact,
      interactions: [
        { ...http, response: { status: 200 }, pending: true, type: 'Synchronous/HTTP' },
        { description: 'm', type: 'Asynchronous/Messages' },
      ],
      metadata: { pactSpecification: { version: '4.0' } },
    };
    const { findings } = await run({ files: { 'api.yaml': API, 'pacts/p.json': JSON.stringify(v4) } });
    expect(brief(findings.filter(isAboutInteraction))).toEqual([
      'warning path-parameter pacts/p.json /interactions/0/request/path',
      'note not-judged pacts/p.json /interactions/1',
    ]);
  });

  it('points into the content of a v4 body', async () => {
    const pact = JSON.parse(pactOf(pet('7'))) as { interactions: { response: object }[] };
    const body = { content: { name: 1 }, contentType: 'application/json', encoded: false };
    const v4 = {
      ...pact,
      interactions: [{ ...pact.interactions[0], response: { status: 200, body } }],
      metadata: { pactSpecification: { version: '4.0' } },
    };
    const { findings } = await run({ files: { 'api.yaml': API, 'pacts/p.json': JSON.stringify(v4) } });
    expect(brief(findings.filter(isAboutInteraction))).toEqual([
      'error response-body pacts/p.json /interactions/0/response/body/content/name',
    ]);
  });

  it.each([
    ['no pact', { files: { 'api.yaml': API } }, 'provider-verify/no-pacts'],
    [
      'no document',
      { files: { 'pacts/p.json': pactOf(pet('7')) }, documents: [] },
      'provider-verify/no-documents',
    ],
    [
      'a document nobody named',
      { files: { 'api.yaml': API, 'pacts/p.json': pactOf(pet('7')) }, pacts: { documents: ['apis'] } },
      'provider-verify/unknown-document',
    ],
  ])('fails where there is %s [FP-PACT-007]', async (_name, root, id) => {
    expect((await run(root)).derived).toMatchObject({ ok: false, outcome: 'usage', findings: [{ id }] });
  });

  it('passes without pacts where that is allowed [FP-PACT-007]', async () => {
    const { derived, findings } = await run({ files: { 'api.yaml': API }, pacts: { allowEmpty: true } });
    expect([derived.ok, findings]).toEqual([true, []]);
  });
});

import { issuesOf } from './test-support';

const SCHEMA = '{type: object, required: [n, m], properties: {n: {type: integer}, m: {type: string}}}';

describe('the request body', () => {
  const send = (requestBody: string, request: object, status = 200) =>
    issuesOf(`paths: {/a: {post: {${requestBody} responses: {"200": {}, "400": {}}}}}\n`, {
      request: { method: 'POST', ...request },
      response: { status },
    });
  const json = `requestBody: {required: true, content: {application/json: {schema: ${SCHEMA}}}},`;
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };

  it.each([
    ['that fits', json, { headers, body: { n: 1, m: 'x', more: 1 } }],
    ['of a vendor', json, { headers: { 'content-type': 'application/vnd.me+json' }, body: { n: 1, m: '' } }],
    [
      'of a form',
      `requestBody: {content: {application/x-www-form-urlencoded: {schema: ${SCHEMA}}}},`,
      { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'n=1&m=a%20b' },
    ],
    [
      'of bytes',
      'requestBody: {content: {image/*: {schema: {type: integer}}}},',
      { headers: { 'Content-Type': 'image/png' }, body: 'iVBO' },
    ],
    ['of any kind', 'requestBody: {content: {application/json: {}}},', { headers, body: [1] }],
    ['that is left out', `requestBody: {content: {application/json: {schema: ${SCHEMA}}}},`, {}],
  ])('is taken %s', async (_name, requestBody, request) => {
    expect(await send(requestBody, request)).toEqual([]);
  });

  it.each([
    ['a key that is missing', json, { headers, body: { n: 1 } }, ['error request-body /request/body']],
    ['a wrong value', json, { headers, body: { n: 'x', m: 'y' } }, ['error request-body /request/body/n']],
    [
      'a wrong value of a form',
      `requestBody: {content: {application/x-www-form-urlencoded: {schema: ${SCHEMA}}}},`,
      { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'n=x&m=' },
      ['error request-body /request/body'],
    ],
    ['no body', json, {}, ['error missing-request-body /request']],
    ['an empty body', json, { headers, body: '' }, ['error missing-request-body /request']],
    ['null for a body that is required', json, { headers, body: null }, ['error request-body /request/body']],
    ['a body nobody takes', '', { body: {} }, ['error request-body-undeclared /request/body']],
    [
      'a body and its type nobody takes',
      '',
      { headers, body: {} },
      [
        'error request-body-undeclared /request/body',
        'warning request-content-type-undeclared /request/headers/Content-Type',
      ],
    ],
    [
      'a media type',
      json,
      { headers: { 'content-type': 'text/csv' }, body: 'n' },
      ['error request-content-type /request/headers/content-type'],
    ],
    ['no media type', json, { body: { n: 1, m: 'x' } }, ['warning request-content-type-missing /request']],
  ])('finds %s', async (_name, requestBody, request, issues) => {
    expect((await send(requestBody, request)).sort()).toEqual(issues);
  });

  it('may be wrong on purpose', async () => {
    expect(await send(json, { headers, body: {} }, 400)).toEqual([]);
    expect(await send(json, { headers: { 'Content-Type': 'a/b' }, body: {} }, 400)).toEqual([
      'warning request-content-type /request/headers/Content-Type',
    ]);
  });
});

describe('the response', () => {
  const get = (responses: string, response: object, request: object = {}) =>
    issuesOf(`paths: {/a: {get: {responses: ${responses}}}}\n`, { request, response });
  const json = `{"200": {headers: {X-N: {schema: {type: integer}}}, content: {application/json: {schema: ${SCHEMA}}}}}`;
  const headers = { 'Content-Type': 'application/json' };

  it.each([
    ['a part of the body', json, { headers, body: { n: 1 } }],
    ['no body', json, {}],
    ['null', json, { headers, body: null }],
    ['a header', json, { headers: { 'x-n': '1' } }],
    ['a range', '{2xx: {}}', { status: 204 }],
    [
      'a text',
      '{"200": {content: {text/plain: {schema: {type: integer}}}}}',
      { headers: { 'Content-Type': 'text/plain' }, body: '7' },
    ],
    [
      'an event stream, which is checked elsewhere',
      '{"200": {content: {text/event-stream: {schema: {type: integer}}}}}',
      { headers: { 'Content-Type': 'text/event-stream' }, body: 'data: 1\n\n' },
    ],
  ])('promises %s', async (_name, responses, response) => {
    expect(await get(responses, response)).toEqual([]);
  });

  it.each([
    ['a status', '{"200": {}, "404": {}}', { status: 201 }, ['error unknown-status /response/status']],
    ['a key', json, { headers, body: { n: 1, z: 1 } }, ['error response-body /response/body/z']],
    ['a value', json, { body: { n: 'x' } }, ['error response-body /response/body/n']],
    [
      'a media type',
      json,
      { headers: { 'content-type': 'text/csv' }, body: 'x' },
      ['error response-content-type /response/headers/content-type'],
    ],
    ['a body', '{"200": {}}', { body: {} }, ['error response-body-undeclared /response/body']],
    [
      'a body and its type',
      '{"200": {}}',
      { headers, body: {} },
      [
        'error response-body-undeclared /response/body',
        'warning response-content-type-undeclared /response/headers/Content-Type',
      ],
    ],
    ['a header', json, { headers: { 'X-Z': '1' } }, ['error unknown-response-header /response/headers/X-Z']],
    [
      'a header of HTTP',
      json,
      { headers: { ETag: '1' } },
      ['warning undeclared-standard-header /response/headers/ETag'],
    ],
    [
      'the value of a header',
      json,
      { headers: { 'X-N': 'x' } },
      ['error response-header /response/headers/X-N'],
    ],
    [
      'what only the default response says',
      '{default: {}}',
      { status: 418 },
      ['note default-status /response/status'],
    ],
    [
      'what its schema cannot say',
      '{"200": {content: {application/json: {schema: {type: 7}}}}}',
      { body: 1 },
      ['error unusable-schema /response/body'],
    ],
  ])('does not promise %s', async (_name, responses, response, issues) => {
    expect((await get(responses, response)).sort()).toEqual(issues);
  });

  it('has a media type that the client accepts', async () => {
    const accepting = (accept: string, responses = json) =>
      get(responses, {}, { headers: { Accept: accept } });
    expect(await accepting('text/html;q=0.9, */*;q=0.1')).toEqual([]);
    expect(await accepting('text/html')).toEqual(['error accept /request/headers/Accept']);
    expect(await accepting('text/html', '{"200": {}}')).toEqual([
      'warning accept-undeclared /request/headers/Accept',
    ]);
  });
});

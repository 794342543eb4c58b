import { issuesOf } from './test-support';

/** The issues of one parameter, given as `name` in the query, a header, a cookie or the path `/a/{name}`. */
const query = (parameter: string, values: object | string) =>
  issuesOf(
    `paths: {/a: {get: {parameters: [{name: q, in: query, ${parameter}}], responses: {"200": {}}}}}\n`,
    { request: { query: values } },
  );
const path = (parameter: string, value: string, status = 200) =>
  issuesOf(
    `paths: {"/a/{p}": {get: {parameters: [{name: p, in: path, required: true, ${parameter}}], responses: {"200": {}, "400": {}}}}}\n`,
    {
      request: { path: `/a/${value}` },
      response: { status },
    },
  );
const header = (parameter: string, headers: object, status = 200) =>
  issuesOf(
    `paths: {/a: {get: {parameters: [{name: X-H, in: header, ${parameter}}], responses: {"200": {}, "400": {}}}}}\n`,
    {
      request: { headers },
      response: { status },
    },
  );

const LIST = 'schema: {type: array, items: {type: integer}}';
const OBJECT = 'schema: {type: object, properties: {a: {type: integer}, b: {type: string}}}';

describe('query parameters', () => {
  it.each([
    ['a number', 'schema: {type: integer}', { q: ['7'] }],
    ['a query of version 2', 'schema: {type: integer}', 'q=7'],
    ['a text that looks like a number', 'schema: {type: string}', { q: ['7'] }],
    ['a text with commas', 'schema: {type: string}', { q: ['1,2'] }],
    ['an optional one', 'schema: {type: integer}', {}],
    ['a list, one name for each', LIST, { q: ['1', '2'] }],
    ['a list of one', LIST, { q: ['1'] }],
    ['a list behind commas', `explode: false, ${LIST}`, { q: ['1,2'] }],
    ['a list behind blanks', `style: spaceDelimited, explode: false, ${LIST}`, { q: ['1 2'] }],
    ['a list behind pipes', `style: pipeDelimited, explode: false, ${LIST}`, { q: ['1|2'] }],
    ['an object, one name for each key', OBJECT, { a: ['1'], b: ['x'] }],
    ['an object behind commas', `explode: false, ${OBJECT}`, { q: ['a,1,b,x'] }],
    ['an object in brackets', `style: deepObject, ${OBJECT}`, { 'q[a]': ['1'], 'q[b]': ['x'] }],
    [
      'an object inside one in brackets',
      'style: deepObject, schema: {type: object, properties: {a: {type: object, properties: {b: {type: integer}}}}}',
      { 'q[a][b]': ['1'] },
    ],
    [
      'any name, for an object without keys',
      'schema: {type: object, additionalProperties: {type: string}}',
      { z: ['1'] },
    ],
    ['JSON', 'content: {application/json: {schema: {type: object}}}', { q: ['{"a":1}'] }],
    ['an empty value, where it is allowed', 'allowEmptyValue: true, schema: {type: integer}', { q: [''] }],
    ['nothing to check by', 'description: d', { q: ['x'] }],
  ])('takes %s', async (_name, parameter, values) => {
    expect(await query(parameter, values)).toEqual([]);
  });

  it.each([
    [
      'a text for a number',
      'schema: {type: integer}',
      { q: ['x'] },
      'error query-parameter /request/query/q',
    ],
    [
      'a list for a number',
      'schema: {type: integer}',
      { q: ['1', '2'] },
      'error query-parameter /request/query/q',
    ],
    ['a wrong item', LIST, { q: ['1', 'x'] }, 'error query-parameter /request/query/q'],
    ['commas where each has its name', LIST, { q: ['1,2'] }, 'error query-parameter /request/query/q'],
    [
      'a wrong key',
      `style: deepObject, ${OBJECT}`,
      { 'q[a]': ['x'] },
      'error query-parameter /request/query/q[a]',
    ],
    [
      'what is no JSON',
      'content: {application/json: {schema: {type: object}}}',
      { q: ['{'] },
      'error query-parameter /request/query/q',
    ],
    ['one that is missing', 'required: true, schema: {type: integer}', {}, 'error missing-query /request'],
    [
      'one nobody declared',
      'schema: {type: integer}',
      { z: ['x'] },
      'warning unknown-query /request/query/z',
    ],
  ])('finds %s', async (_name, parameter, values, issue) => {
    expect(await query(parameter, values)).toEqual([issue]);
  });

  it('takes anything where the whole query is one parameter', async () => {
    const document =
      'paths: {/a: {get: {parameters: [{name: all, in: querystring, content: {}}], responses: {"200": {}}}}}\n';
    expect(await issuesOf(document, { request: { query: { z: ['1'] } } })).toEqual([]);
  });
});

describe('path parameters', () => {
  it.each([
    ['a number', 'schema: {type: integer}', '7'],
    ['a text with escapes', 'schema: {type: string, maxLength: 1}', '%C3%A4'],
    ['a list', LIST, '1,2'],
    ['a list of style label', `style: label, explode: true, ${LIST}`, '.1.2'],
    ['a list of style matrix', `style: matrix, explode: true, ${LIST}`, ';p=1;p=2'],
    ['a value of style matrix', 'style: matrix, schema: {type: integer}', ';p=1'],
    ['an object', OBJECT, 'a,1,b,x'],
    ['an exploded object', `explode: true, ${OBJECT}`, 'a=1,b=x'],
  ])('take %s', async (_name, parameter, value) => {
    expect(await path(parameter, value)).toEqual([]);
  });

  it.each([
    ['a text for a number', 'schema: {type: integer}', 'x'],
    ['a label without its dot', `style: label, ${LIST}`, '1'],
    ['a broken escape', 'schema: {type: string}', '%zz'],
  ])('do not take %s', async (_name, parameter, value) => {
    expect(await path(parameter, value)).toEqual(['error path-parameter /request/path']);
  });

  it('weigh less where an error is what the consumer wants to see', async () => {
    expect(await path('schema: {type: integer}', 'x', 400)).toEqual(['warning path-parameter /request/path']);
  });
});

describe('headers', () => {
  it.each([
    ['in any case', 'schema: {type: integer}', { 'x-h': '7' }],
    ['with a list', LIST, { 'X-H': ['1', '2'] }],
    ['of HTTP itself', 'schema: {}', { 'User-Agent': 'x' }],
  ])('are taken %s', async (_name, parameter, headers) => {
    expect(await header(parameter, headers)).toEqual([]);
  });

  it.each([
    [
      'that does not fit',
      'schema: {type: integer}',
      { 'x-h': 'x' },
      'error request-header /request/headers/x-h',
    ],
    ['that is missing', 'required: true, schema: {}', {}, 'error missing-header /request'],
    ['nobody declared', 'schema: {}', { 'X-Z': '1' }, 'warning unknown-request-header /request/headers/X-Z'],
  ])('finds one %s', async (_name, parameter, headers, issue) => {
    expect(await header(parameter, headers)).toEqual([issue]);
    expect(await header(parameter, headers, 400)).toEqual([]);
  });

  it('leaves those alone that other parts of the document declare', async () => {
    const document =
      'paths: {/a: {get: {parameters: [{name: Authorization, in: header, required: true, schema: {type: integer}}], responses: {"200": {}}}}}\n';
    expect(await issuesOf(document, {})).toEqual([]);
  });
});

describe('cookies', () => {
  const cookie = (headers: object) =>
    issuesOf(
      'paths: {/a: {get: {parameters: [{name: c, in: cookie, required: true, schema: {type: integer}}], responses: {"200": {}}}}}\n',
      { request: { headers } },
    );

  it('are read from their header', async () => {
    expect(await cookie({ Cookie: 'x=y; c=1' })).toEqual([]);
    expect(await cookie({ Cookie: 'c=x' })).toEqual(['error request-cookie /request/headers/Cookie']);
    expect(await cookie({})).toEqual(['error missing-cookie /request']);
  });
});

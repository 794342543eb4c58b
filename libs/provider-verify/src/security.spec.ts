import { issuesOf } from './test-support';

const DOCUMENT = `paths: {/a: {get: {SECURITY responses: {"200": {}, "401": {}}}}}
components:
  securitySchemes:
    basic: {type: http, scheme: basic}
    bearer: {type: http, scheme: Bearer}
    header: {type: apiKey, in: header, name: X-Key}
    query: {type: apiKey, in: query, name: key}
    cookie: {type: apiKey, in: cookie, name: sid}
    oauth: {type: oauth2, flows: {}}
`;
const issues = (security: string, request: object, status = 200) =>
  issuesOf(DOCUMENT.replace('SECURITY', `security: ${security},`), { request, response: { status } });

describe('security', () => {
  it.each([
    ['[{basic: []}]', { headers: { authorization: 'Basic eDp5' } }],
    ['[{bearer: []}]', { headers: { Authorization: 'bearer x' } }],
    ['[{header: []}]', { headers: { 'x-key': 'x' } }],
    ['[{query: []}]', { query: { key: ['x'] } }],
    ['[{cookie: []}]', { headers: { cookie: 'a=b; sid=x' } }],
    ['[{oauth: [read]}]', {}],
    ['[{nobody: []}]', {}],
    ['[{basic: []}, {header: []}]', { headers: { 'x-key': 'x' } }],
    ['[{basic: []}, {}]', {}],
    ['[]', {}],
  ])('%s is satisfied by %j', async (security, request) => {
    expect(await issues(security, request)).toEqual([]);
  });

  it.each([
    ['[{basic: []}]', {}],
    ['[{basic: []}]', { headers: { Authorization: 'Bearer x' } }],
    ['[{header: [], query: []}]', { headers: { 'X-Key': 'x' } }],
    ['[{cookie: []}, {bearer: []}]', { headers: { Cookie: 'other=1' } }],
  ])('%s is not satisfied by %j', async (security, request) => {
    expect(await issues(security, request)).toEqual(['error missing-credentials /request']);
    expect(await issues(security, request, 401)).toEqual([]);
  });

  it('of the whole document counts where the operation has none', async () => {
    const document = `security: [{basic: []}]\n${DOCUMENT.replace('SECURITY', '')}`;
    expect(await issuesOf(document, {})).toEqual(['error missing-credentials /request']);
  });
});

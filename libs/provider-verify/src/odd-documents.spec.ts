import { issuesOf } from './test-support';

const operation = (members: string) => `paths: {/a: {get: {${members}}}}\n`;

describe('a document in which something has the wrong type', () => {
  it.each([
    'paths: 3\n',
    'paths: {/a: 3}\n',
    operation('responses: []'),
    operation('responses: {"200": 3}'),
    operation('responses: {"200": {content: 3, headers: [1]}}'),
    operation('responses: {"200": {content: {application/json: 3}}}'),
    operation('parameters: {x: 1}, responses: {"200": {}}'),
    operation('parameters: [{name: q, in: query, schema: 3, style: 7}], responses: {"200": {}}'),
    operation('requestBody: 3, security: x, servers: {url: 1}, responses: {"200": {}}'),
    `security: [3, {key: 1}]\ncomponents: {securitySchemes: {key: 3}}\n${operation('responses: {"200": {}}')}`,
    operation(
      'responses: {"200": {content: {application/json: {schema: {allOf: 3, oneOf: [3], properties: [1]}}}}}',
    ),
  ])('is compared as far as it goes: %s', async (document) => {
    const interaction = {
      request: { query: { q: ['1'] } },
      response: { headers: { 'Content-Type': 'application/json', 'X-A': '1' }, body: { constructor: 1 } },
    };
    const issues = await issuesOf(document, interaction);
    expect(issues.filter((issue) => !/^(?:error|warning|note) [a-z-]+ \//.test(issue))).toEqual([]);
  });
});

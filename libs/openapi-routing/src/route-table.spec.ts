import { readDocument, type OpenApiDocument } from '@fixpoint/openapi-document';
import { basePathsOf } from './base-paths';
import { responseFor } from './responses';
import { routeTable } from './route-table';

function documentOf(body: string, name = 'api'): OpenApiDocument {
  const file = `${name}.yaml`;
  const read = readDocument(name, { entry: file, texts: new Map([[file, `openapi: 3.1.0\n${body}`]]) });
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

const paths = (...entries: readonly string[]) =>
  `paths:\n${entries.map((entry) => `  ${entry}: {get: {}, put: {}}\n`).join('')}`;

const found = (documents: readonly OpenApiDocument[], path: string) => {
  const match = routeTable(documents).find('GET', path);
  return match && [match.document.name, match.operation.path, Object.fromEntries(match.pathValues)];
};

describe('routeTable', () => {
  const pets = documentOf(paths('/pets/{id}', '/pets/mine', '/pets/{id}.json', '/{kind}/mine', '/a/{x}-{y}'));

  it.each([
    ['/pets/mine', '/pets/mine', {}],
    ['/pets/7', '/pets/{id}', { id: '7' }],
    ['/pets/7.json', '/pets/{id}.json', { id: '7' }],
    ['/cats/mine', '/{kind}/mine', { kind: 'cats' }],
    ['/a/b-c-d', '/a/{x}-{y}', { x: 'b', y: 'c-d' }],
    ['/pets/m%69ne', '/pets/mine', {}],
    ['/pets/%zz', '/pets/{id}', { id: '%zz' }],
  ])('gives %s to %s', (path, template, values) => {
    expect(found([pets], path)).toEqual(['api', template, values]);
  });

  it.each(['/pets', '/pets/', '/pets/7/', '/pets/7/x', 'pets/7', '/pets/7?x=1'])(
    'has nothing for %s',
    (path) => {
      expect(found([pets], path)).toBeUndefined();
    },
  );

  it('knows the methods of a path', () => {
    expect(routeTable([pets]).methodsOf('/pets/7')).toEqual(['GET', 'PUT']);
    expect(routeTable([pets]).find('POST', '/pets/7')).toBeUndefined();
    expect(routeTable([pets]).find('put', '/pets/7')).toMatchObject({ operation: { method: 'put' } });
  });

  it('puts base paths before the templates, and takes paths without them as well', () => {
    const one = documentOf(`servers: [{url: "https://example.com/v1/"}]\n${paths('/x')}`, 'one');
    const two = documentOf(`servers: [{url: /v2}]\n${paths('/x', '/v1/{y}')}`, 'two');
    expect(found([two, one], '/v1/x')).toEqual(['one', '/x', {}]);
    expect(found([two, one], '/v2/x')).toEqual(['two', '/x', {}]);
    expect(found([one, two], '/x')).toEqual(['one', '/x', {}]);
    expect(routeTable([one, two]).conflicts).toEqual([]);
  });

  it('finds operations that claim the same paths', () => {
    const one = documentOf(paths('/x/{a}', '/y'), 'one');
    const two = documentOf(paths('/x/{b}'), 'two');
    const conflicts = routeTable([one, two]).conflicts.map((pair) =>
      pair.map(({ document, operation }) => `${document.name} ${operation.method} ${operation.path}`),
    );
    expect(conflicts).toEqual([
      ['one get /x/{a}', 'two get /x/{b}'],
      ['one put /x/{a}', 'two put /x/{b}'],
    ]);
  });
});

describe('basePathsOf', () => {
  it.each([
    ['', ['']],
    ['servers: []\n', ['']],
    ['servers: [{url: /}]\n', ['']],
    ['servers: [{url: "//host:80/a/b/"}]\n', ['/a/b']],
    ['servers: [{url: "api"}]\n', ['/api']],
    [
      'servers: [{url: "https://{host}/{v}", variables: {host: {default: h}, v: {default: v1, enum: [v1, v2]}}}]\n',
      ['/v1', '/v2'],
    ],
    ['servers: [3, {}]\n', ['']],
  ])('reads %j', (servers, expected) => {
    const document = documentOf(`${servers}${paths('/x')}`);
    expect(document.operations.map((operation) => basePathsOf(document, operation))).toEqual([
      expected,
      expected,
    ]);
  });

  it('prefers the servers of an operation', () => {
    const document = documentOf(
      'servers: [{url: /a}]\npaths: {/x: {servers: [{url: /b}], get: {servers: [{url: /c}]}, put: {}}}\n',
    );
    expect(document.operations.map((operation) => basePathsOf(document, operation))).toEqual([
      ['/c'],
      ['/b'],
    ]);
  });
});

describe('responseFor', () => {
  const document = documentOf(
    'paths: {/x: {get: {responses: {default: {}, "2XX": {}, "200": {}, "4xx": {}}}}}\n',
  );
  it.each([
    [200, '200'],
    [201, '2XX'],
    [404, '4xx'],
    [500, 'default'],
  ])('takes for %i the response %s', (status, key) => {
    const [operation] = document.operations;
    expect(operation && responseFor(document, operation, status)?.key).toBe(key);
  });
});

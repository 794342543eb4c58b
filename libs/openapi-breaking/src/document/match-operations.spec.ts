import { diff, documentOf, rulesOf } from '../testing/documents';

type Part = Readonly<Record<string, unknown>>;

const get = (...names: readonly string[]): Part => ({
  get: {
    parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    responses: {},
  },
});
const served = (url: string, paths: Part) => documentOf({ servers: [{ url }], paths });

describe('paths', () => {
  it('are the same whatever their parameters are called', () => {
    const old = documentOf({ paths: { '/a/{x}/b/{y}': get('x', 'y') } });
    const now = documentOf({ paths: { '/a/{id}/b/{name}': get('name', 'id') } });
    expect(rulesOf(old, now)).toEqual([]);
  });

  it('are compared parameter by parameter, in their order in the path', () => {
    const typed = (type: string) => ({
      get: {
        parameters: [{ name: type, in: 'path', required: true, schema: { type } }],
        responses: {},
      },
    });
    const differences = diff(
      documentOf({ paths: { '/a/{string}': typed('string') } }),
      documentOf({ paths: { '/a/{boolean}': typed('boolean') } }),
    );
    expect(differences).toMatchObject([
      {
        rule: 'request-parameter-type-specialized',
        subject: 'the path parameter `boolean`',
        operation: { method: 'GET', path: '/a/{boolean}', oldPath: '/a/{string}' },
      },
    ]);
  });

  it('are the same where a part of them moved between servers and templates', () => {
    const old = served('https://a.example/v1', { '/things': get(), '/others': get() });
    const now = served('https://a.example', { '/v1/things': get(), '/v1/others': get() });
    expect(rulesOf(old, now)).toEqual(['server-removed', 'server-added']);
  });

  it('are other ones where the base path is', () => {
    const old = served('https://a.example/v1', { '/things': get() });
    const now = served('https://a.example/v2', { '/things': get() });
    expect(diff(old, now)).toMatchObject([{ rule: 'base-path-changed', from: '/v1', to: '/v2' }]);
  });

  it('know the defaults of variables of servers', () => {
    const url = 'https://{host}/{version}';
    const variables = { host: { default: 'a.example' }, version: { default: 'v1' } };
    const old = documentOf({ servers: [{ url, variables }], paths: {} });
    expect(rulesOf(old, served('https://a.example/v1', {}))).toEqual([]);
  });
});

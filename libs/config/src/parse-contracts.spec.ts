import { contractsOfDocuments, parseContractsConfig, parseRedoclyConfig } from './parse-contracts';

const MARKER = {
  contracts_schema_version: 1,
  documents: { api: { root: './openapi.yaml', types: 'src/api.ts', client: 'src/client.ts' } },
};
const parse = (value: unknown) => parseContractsConfig(JSON.stringify(value, null, 2), 'libs/api');
const told = (result: ReturnType<typeof parse>) =>
  (result.ok ? result.value.documents.flatMap(({ refused }) => refused ?? []) : result.findings).map(
    ({ id, path, position }) => `${id} ${path} ${position?.line}`,
  );

describe('parseContractsConfig', () => {
  it('fills in what is left out', () => {
    expect(
      parse({ ...MARKER, pacts: { files: ['pacts/*.json'] }, schemas: [{ schema: 's.json' }] }),
    ).toMatchObject({
      ok: true,
      value: {
        root: 'libs/api',
        documents: [{ name: 'api', file: 'openapi.yaml', types: 'src/api.ts', client: 'src/client.ts' }],
        pacts: { files: ['pacts/*.json'], allowEmpty: false },
        schemas: [{ schema: 's.json', dialect: '2020-12', allowUnknownKeys: false, examples: [] }],
      },
    });
  });

  it.each([
    ['nothing', { contracts_schema_version: 1 }, 'config/rule  1'],
    ['an unknown key', { ...MARKER, docs: {} }, 'config/unknown-key /docs 10'],
    [
      'a document elsewhere',
      { ...MARKER, documents: { api: { root: 'https://example.com/a.yaml' } } },
      'config/rule /documents/api/root 5',
    ],
    [
      'an output outside',
      { ...MARKER, documents: { api: { root: 'a.yaml', types: '../a.ts' } } },
      'config/rule /documents/api/types 6',
    ],
    [
      'two documents with one output',
      {
        ...MARKER,
        documents: { a: { root: 'a.yaml', types: 'x.ts' }, b: { root: 'b.yaml', types: 'x.ts' } },
      },
      'config/rule /documents/a/types 6, config/rule /documents/b/types 10',
    ],
    [
      'a client without types',
      { ...MARKER, documents: { api: { root: 'a.yaml', client: 'c.ts' } } },
      'config/rule /documents/api 4',
    ],
    [
      'an unknown document',
      { ...MARKER, pacts: { files: ['p'], documents: ['apj'] } },
      'config/rule /pacts/documents/0 15',
    ],
    ...['(?<name>.*)', '(?<name>\\w+', 'counter\\(\\w+\\)', '(?=a)(?<name>a)'].map(
      (pattern): [string, object, string] => [
        `the pattern ${pattern}`,
        { ...MARKER, metrics: { contract: 'm.json', emissions: { files: ['**'], pattern } } },
        'config/rule /metrics/emissions/pattern 16',
      ],
    ),
  ])('refuses %s, with its position', (_what, value, expected) => {
    expect(told(parse(value)).join(', ')).toBe(expected);
  });
});

describe('parseRedoclyConfig', () => {
  const yaml = (text: string) => parseRedoclyConfig(text, 'libs/api');

  it('reads what openapi-typescript reads, and leaves the rest to Redocly', () => {
    const text = `extends: [minimal]
apis:
  core@v1:
    root: ./core.yaml
    rules: {struct: error}
    x-openapi-ts: {output: src/core.ts}
    x-fixpoint: {client: src/core.client.ts}
  other:
    root: other.yaml
x-fixpoint:
  pacts: {files: ['pacts/*.json']}
`;
    expect(yaml(text)).toMatchObject({
      ok: true,
      value: {
        documents: [
          { name: 'core@v1', file: 'core.yaml', types: 'src/core.ts', client: 'src/core.client.ts' },
          { name: 'other', file: 'other.yaml', types: undefined },
        ],
        pacts: { files: ['pacts/*.json'] },
      },
    });
  });

  it.each([
    ['no documents', 'extends: [minimal]\n', 'config/rule  1'],
    ['broken YAML', 'apis: [\n', 'config/invalid-yaml undefined 2'],
    [
      'an unknown section',
      'apis: {a: {root: a.yaml}}\nx-fixpoint:\n  pact: {}\n',
      'config/unknown-key /x-fixpoint/pact 3',
    ],
    [
      'one output twice',
      'apis:\n  a:\n    root: a.yaml\n    x-openapi-ts: {output: x.ts}\n  b:\n    root: b.yaml\n    x-openapi-ts: {output: ./x.ts}\n',
      'config/rule /apis/a/x-openapi-ts/output 4, config/rule /apis/b/x-openapi-ts/output 7',
    ],
  ])('refuses %s, with its position', (_what, text, expected) => {
    expect(told(yaml(text)).join(', ')).toBe(expected);
  });
});

describe('contractsOfDocuments', () => {
  it('puts types and a client beside each document', () => {
    expect(contractsOfDocuments('api', ['openapi.yaml']).documents).toEqual([
      { name: 'openapi', file: 'openapi.yaml', types: 'openapi.types.ts', client: 'openapi.client.ts' },
    ]);
  });
});

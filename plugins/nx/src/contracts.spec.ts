import { tempDirectory } from '@fixpoint/testkit';
import { createDependencies, createNodes } from './plugin';
import { infer } from './testing/infer';

const TARGETS = [
  'regen-openapi',
  'regen-schema',
  'breaking',
  'provider-verify',
  'event-transcripts',
  'metrics-lint',
  'validate',
];

describe('a directory of contracts', () => {
  const directory = tempDirectory();

  it.each(['libs/api/CONTRACTS.json', 'libs/api/redocly.yaml'])('is told by %s', async (marker) => {
    const { 'libs/api': project } = await infer([marker]);
    expect(project?.name).toBe('api');
    expect(Object.keys(project?.targets ?? {})).toEqual(TARGETS);
    expect(project?.targets?.['validate']).toMatchObject({
      cache: true,
      inputs: expect.arrayContaining(['{workspaceRoot}/libs/api/**/*', '^default']),
      options: { root: 'libs/api' },
    });
  });

  it('has the versions of installed generators in the hash of what runs them', async () => {
    const workspace = directory.path;
    directory.write('api/CONTRACTS.json', '{');
    directory.write('node_modules/openapi-typescript/package.json', '{"version":"7.13.0"}');
    const context = { nxJsonConfiguration: {}, workspaceRoot: workspace };
    const [result] = await createNodes[1](['api/CONTRACTS.json'], {}, context);
    const targets = result?.[1].projects?.['api']?.targets ?? {};
    const withGenerators = Object.keys(targets).filter((name) => targets[name]?.options.generators);
    expect(withGenerators).toEqual(['regen-openapi', 'regen-schema', 'validate']);
    expect(targets['validate']?.options.generators).toEqual(['openapi-typescript@7.13.0']);
  });

  it('belongs to the project around it, whose files a project of its own would take away', async () => {
    directory.write('apps/web/project.json', '{ "name": "web" }');
    directory.write('apps/web/api/v1/CONTRACTS.json', '{');
    const context = { nxJsonConfiguration: {}, workspaceRoot: directory.path };
    const results = await createNodes[1](['apps/web/api/v1/CONTRACTS.json'], {}, context);
    const projects = results[0]?.[1].projects ?? {};
    expect(Object.keys(projects)).toEqual(['apps/web']);
    expect(projects['apps/web']?.targets?.['validate']).toMatchObject({
      options: { root: 'apps/web/api/v1' },
      inputs: expect.arrayContaining(['{workspaceRoot}/apps/web/api/v1/**/*']),
    });
  });

  it('may be the workspace itself, whose files all count then', async () => {
    const { '.': project } = await infer(['redocly.yaml']);
    expect(project?.name).toBe('workspace');
    expect(project?.targets?.['validate']?.inputs).toContain('{workspaceRoot}/**/*');
  });

  it('leaves redocly.yaml to Redocly beside a CONTRACTS.json', async () => {
    const { 'libs/api': project } = await infer(['libs/api/CONTRACTS.json', 'libs/api/redocly.yaml']);
    expect(project?.targets?.['validate']?.options).not.toHaveProperty('also');
  });

  it('compares with a git revision, which no hash covers, without a cache [FP-NX-007]', async () => {
    const { 'libs/api': project } = await infer(['libs/api/CONTRACTS.json']);
    expect(project?.targets?.['breaking']).toMatchObject({ cache: false });
  });

  it('is checked beside a manifest of the same project, not instead of it', async () => {
    const { 'libs/api': project } = await infer([
      'libs/api/cli_manifest/RULES.json',
      'libs/api/CONTRACTS.json',
    ]);
    expect(project?.targets?.['validate']).toMatchObject({
      options: { root: 'libs/api/cli_manifest', also: [{ root: 'libs/api' }] },
      inputs: expect.arrayContaining(['{projectRoot}/**/*', '{workspaceRoot}/libs/api/**/*']),
    });
    expect(project?.targets?.['union']?.options).not.toHaveProperty('also');
  });
});

describe('documents that are found by their names', () => {
  const files = [
    'a/openapi.yaml',
    'a/other.openapi.json',
    'b/CONTRACTS.json',
    'b/sub/openapi.yaml',
    'c/swagger.yml',
  ];

  it('count only if the options say where they are', async () => {
    expect(Object.keys(await infer(files))).toEqual(['b']);
  });

  it('are one project a directory, and left to a marker beside or above them', async () => {
    const projects = await infer(files, { documents: ['**/*openapi*', '!c/**'] });
    expect(
      Object.entries(projects).map(([root, { targets }]) => [root, targets?.['validate']?.options.documents]),
    ).toEqual([
      ['b', undefined],
      ['a', ['openapi.yaml', 'other.openapi.json']],
    ]);
    expect(projects['a']?.targets?.['regen-openapi']?.outputs).toEqual([
      '{workspaceRoot}/a/openapi.types.ts',
      '{workspaceRoot}/a/openapi.client.ts',
      '{workspaceRoot}/a/other.openapi.types.ts',
      '{workspaceRoot}/a/other.openapi.client.ts',
      '{workspaceRoot}/a/contracts.generated.json',
    ]);
  });
});

describe('the edges of contracts', () => {
  const directory = tempDirectory();
  const MARKER = {
    contracts_schema_version: 1,
    documents: { api: { root: '../contract/openapi.yaml', types: 'src/api.ts' } },
    pacts: { files: ['../consumer/pacts/**/*.json'] },
  };

  async function edges() {
    const projects = Object.fromEntries(
      ['client', 'contract', 'parts', 'consumer'].map((name) => [
        name,
        { root: name, targets: {} as object },
      ]),
    );
    const context = { nxJsonConfiguration: {}, workspaceRoot: directory.path };
    const inferred = await createNodes[1](['client/CONTRACTS.json'], {}, context);
    for (const [, { projects: own }] of inferred)
      Object.assign(projects['client'] as object, own?.['client']);
    const found = await createDependencies({}, { ...context, projects, externalNodes: {} } as never);
    return found.map(({ source, target }) => `${source} -> ${target}`).sort();
  }

  it('lead to the projects of documents, of what they refer to, and of pacts [FP-NX-013]', async () => {
    directory.write('client/CONTRACTS.json', JSON.stringify(MARKER));
    directory.write(
      'contract/openapi.yaml',
      'a: {$ref: "../parts/x.yaml#/a"}\nb: {$ref: "https://example.com/y.yaml"}\n',
    );
    directory.write('parts/x.yaml', 'a: {}\n');
    expect(await edges()).toEqual(['client -> consumer', 'client -> contract', 'client -> parts']);
  });

  it('are none for a marker that cannot be read, which breaks nothing else', async () => {
    directory.write('client/CONTRACTS.json', '{');
    expect(await edges()).toEqual([]);
  });
});

import type { DocumentConfig } from '@fixpoint/contract-formats';
import type { MemoryWorld } from '@fixpoint/testkit';
import {
  fingerprintOf as fingerprint,
  GENERATED_LIST as MANIFEST,
  renderGeneratedList as renderManifest,
} from '@fixpoint/contract-formats';
import { regenOpenapiDerivation as derivation } from './regen-openapi-derivation';
import { API, contractPorts, contractsConfig, derived, openapi } from './testing/test-support';

// Compilers and generators are loaded, which takes its time on a busy machine.
jest.setTimeout(120_000);

const PET = '{get: {operationId: getPet, responses: {"200": {description: d}, 4XX: {description: d}}}}';
const GOOD = openapi(`{/pet: ${PET}}`, '{Pet: {type: object, properties: {name: {type: string}}}}');

const ids = (findings: readonly { id: string }[]) => findings.map(({ id }) => id);
const entry = (path: string, document: string, text: string) => ({
  ...{ path, document, generator: 'client', version: '1' },
  sha256: fingerprint(text),
});
const other: DocumentConfig = { name: 'other', file: 'other.yaml', types: './gen/other.ts' };

describe('regen-openapi', () => {
  it('writes types, client and a manifest of both, the same every time', async () => {
    const run = () => derived(contractPorts({ files: { 'api.yaml': GOOD } }), contractsConfig(API));
    const first = await run();
    expect(first.findings).toEqual([]);
    expect(Object.keys(first.texts)).toEqual([MANIFEST, 'gen/api.ts', 'gen/client.ts']);
    const manifest = JSON.parse(first.texts[MANIFEST] as string) as { files: object[] };
    expect(manifest.files).toMatchObject([
      { path: 'gen/api.ts', document: 'api', generator: 'openapi-typescript' },
      { path: 'gen/client.ts', document: 'api', generator: 'client' },
    ]);
    for (const text of Object.values(first.texts)) expect(text).toMatch(/[^\n]\n$/);
    expect(first.texts['gen/client.ts']).toMatch(
      /fixpoint regen-openapi --root \.[^]*import type .*"\.\/api\.js"/,
    );
    expect((await run()).texts).toEqual(first.texts);
  });

  it('stops what is generated from a broken document, and nothing else [FP-OAPI-001]', async () => {
    const committed = renderManifest([entry('gen/other.ts', 'other', 'old\n')]);
    const files = {
      'api.yaml': GOOD,
      'other.yaml': openapi('{/a: {$ref: "#/nowhere"}}'),
      'gen/other.ts': 'old\n',
      [MANIFEST]: committed,
    };
    const { texts, findings, outcome, owned } = await derived(
      contractPorts({ files }),
      contractsConfig(API, other),
    );
    expect(outcome).toBe('usage');
    expect(findings).toMatchObject([
      {
        id: 'openapi/unresolved-ref',
        file: 'other.yaml',
        position: { line: 3, column: 14 },
        path: '/paths/~1a/$ref',
      },
    ]);
    expect(Object.keys(texts)).toEqual([MANIFEST, 'gen/api.ts', 'gen/client.ts']);
    expect(texts[MANIFEST]).toContain(JSON.stringify(fingerprint('old\n')));
    expect(owned).toEqual([MANIFEST]);
  });

  it('derives nothing and says why when every document is broken', async () => {
    const { texts, findings, outcome } = await derived(
      contractPorts({ files: { 'api.yaml': 'openapi: [' } }),
      contractsConfig(API),
    );
    expect([texts, ids(findings), outcome]).toEqual([{}, ['openapi/invalid-yaml'], 'usage']);
  });

  it('owns what the committed manifest lists and nothing generates now, unless somebody changed it [FP-OAPI-005]', async () => {
    const files = {
      'api.yaml': GOOD,
      'gen/gone [1].ts': 'as generated\n',
      'gen/edited.ts': 'changed\n',
      'gen/hand-written.ts': 'mine\n',
      [MANIFEST]: renderManifest([
        entry('gen/gone [1].ts', 'gone', 'as generated\n'),
        entry('gen/edited.ts', 'api', 'as generated\n'),
        entry('gen/absent.ts', 'gone', 'as generated\n'),
      ]),
    };
    const { findings, owned, texts } = await derived(contractPorts({ files }), contractsConfig(API));
    expect(owned).toEqual([MANIFEST, 'gen/gone \\[1\\].ts']);
    expect(findings).toMatchObject([{ id: 'regen-openapi/orphan-edited', file: 'gen/edited.ts' }]);
    expect(texts[MANIFEST]).not.toContain('gone');
  });

  it('never owns what is read now, though it was generated once', async () => {
    const files = {
      'api.yaml': GOOD,
      [MANIFEST]: renderManifest([entry('api.yaml', 'gone', GOOD), entry('a.schema.json', 'gone', '{}')]),
      'a.schema.json': '{}',
    };
    const schema = {
      schema: './a.schema.json',
      dialect: '2020-12',
      allowUnknownKeys: false,
      examples: [],
    } as const;
    const config = { ...contractsConfig(API), schemas: [schema] };
    const { owned, findings } = await derived(contractPorts({ files }), config);
    expect([owned, findings]).toEqual([[MANIFEST], []]);
  });

  it.each([
    ['is not JSON', '{', 'regen-openapi/invalid-json'],
    ['has another shape', '{"schema_version": 2, "files": []}', 'regen-openapi/invalid-list'],
    [
      'names a file outside',
      renderManifest([entry('../../etc/passwd', 'api', 'x')]),
      'regen-openapi/invalid-list',
    ],
  ])('trusts no manifest that %s', async (_name, text, id) => {
    const files = { 'api.yaml': GOOD, [MANIFEST]: text };
    const { findings, outcome, texts } = await derived(contractPorts({ files }), contractsConfig(API));
    expect([ids(findings), outcome, texts]).toEqual([[id], 'usage', {}]);
  });

  it('names the command that installs a generator which is absent, and still makes what needs none [FP-OAPI-003]', async () => {
    const only = contractsConfig(API, {
      name: 'made',
      file: 'api.yaml',
      command: { command: ['make-it', '{output}'], outputs: ['gen/made.txt'], version: '3' },
    });
    const ports = contractPorts(
      {
        files: { 'api.yaml': GOOD },
        processes: () => '',
        packageFiles: { '/scratch/generated-2/gen/made.txt': 'made\n' },
      },
      { 'openapi-typescript': undefined },
    );
    const { findings, outcome, texts } = await derived(ports, only);
    expect(outcome).toBe('environment');
    expect(findings).toMatchObject([
      {
        id: 'regen-openapi/generator-absent',
        fix: 'npm install --save-dev openapi-typescript@7.13.0',
      },
    ]);
    expect(texts['gen/made.txt']).toBe('made\n');
  });

  it.each<[string, DocumentConfig[], string[]]>([
    [
      'two documents share',
      [API, { ...other, types: './gen/API.ts' }],
      ['output-conflict', 'output-conflict'],
    ],
    ['two generators share', [{ ...API, client: 'gen/api.ts' }], ['output-conflict']],
    ['is the document itself', [{ ...API, types: './api.yaml' }], ['output-conflict']],
    [
      'is a directory of another',
      [{ ...API, client: 'gen/api.ts/x.ts' }],
      ['output-conflict', 'output-conflict'],
    ],
    ['lies outside', [{ ...API, types: 'a/../../api.ts' }], ['output-outside']],
    ['needs types', [{ name: 'api', file: 'api.yaml', client: 'c.ts' }], ['client-without-types']],
  ])('refuses an output that %s', async (_name, documents, expected) => {
    const ports = contractPorts({ files: { 'api.yaml': GOOD, 'other.yaml': GOOD } });
    const { findings, outcome, texts } = await derived(ports, contractsConfig(...documents));
    expect(ids(findings)).toEqual(expected.map((id) => `regen-openapi/${id}`));
    expect([outcome, texts]).toEqual(['usage', {}]);
  });

  it('tells what the marker says against a document, keeps what is there of it, and goes on with the others', async () => {
    const refusal = {
      id: 'config/rule',
      severity: 'error',
      message: 'no',
      file: 'CONTRACTS.json',
      fix: 'mend it',
    } as const;
    const list = renderManifest([entry('other.ts', 'other', 'old\n')]);
    const ports = contractPorts({
      files: { 'api.yaml': GOOD, 'other.yaml': GOOD, 'other.ts': 'old\n', [MANIFEST]: list },
    });
    const refused = { name: 'other', file: 'other.yaml', types: 'other.ts', refused: [refusal] };
    const { findings, outcome, texts, owned } = await derived(ports, contractsConfig(API, refused));
    expect([findings, outcome]).toEqual([[refusal], 'usage']);
    expect(Object.keys(texts)).toEqual([MANIFEST, 'gen/api.ts', 'gen/client.ts']);
    expect(texts[MANIFEST]).toContain('other.ts');
    expect(owned).toEqual([MANIFEST]);
  });

  it.each<[string, MemoryWorld['files']]>([
    ['a document', { 'other.yaml': new Uint8Array([0xff, 0xfe, 0]) }],
    ['what stands in the place of an output', { 'other.yaml': GOOD, 'other.ts': new Uint8Array([0xff]) }],
  ])('goes on with the other documents when %s cannot be read', async (_name, files) => {
    const ports = contractPorts({ files: { 'api.yaml': GOOD, ...files } });
    const config = contractsConfig(API, { name: 'other', file: 'other.yaml', types: 'other.ts' });
    const { findings, outcome, texts } = await derived(ports, config);
    expect([ids(findings), outcome]).toEqual([['openapi/unreadable'], 'usage']);
    expect(Object.keys(texts)).toContain('gen/api.ts');
  });

  it('lets the user think less of a finding', async () => {
    const text = openapi(`{"/a/{x}": ${parameterized('x')}, "/a/{y}": ${parameterized('y')}}`);
    const ports = contractPorts({ files: { 'api.yaml': text } });
    const config = contractsConfig({ ...API });
    expect(ids((await derived(ports, config)).findings)).toEqual(Array(2).fill('openapi/colliding-paths'));
    const lenient = { ...config, severity: { 'openapi/colliding-paths': 'warning' as const } };
    const { findings, outcome, texts } = await derived(ports, lenient);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    expect([outcome, 'gen/api.ts' in texts]).toEqual([undefined, true]);
  });

  it('derives nothing where nothing is asked for, and lets go of a manifest', async () => {
    const config = contractsConfig({ name: 'api', file: 'api.yaml' });
    const { texts, owned } = await derived(contractPorts({ files: { 'api.yaml': 'broken: [' } }), config);
    expect([texts, owned]).toEqual([{}, [MANIFEST]]);
    expect(derivation.allowsEmpty?.(config, { check: true })).toBe(true);
    expect(derivation.allowsEmpty?.(contractsConfig(API), { check: true })).toBe(false);
  });
});

function parameterized(name: string): string {
  return `{get: {parameters: [{name: ${name}, in: path, required: true, schema: {type: string}}], responses: {default: {description: d}}}}`;
}

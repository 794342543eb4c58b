import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { memoryPorts } from '@fixpoint/testkit';
import { createModulePort } from '@fixpoint/workspace-io';
import { inspectDocument } from './inspect-document';
import { collectSources } from './sources';

// Compilers and generators are loaded, which takes its time on a busy machine.
jest.setTimeout(120_000);

const modules = createModulePort();
const DATA = join(__dirname, '../../../../shared/data/contracts');
const INFO = 'info: {title: t, version: "1"}\n';

async function problemsOf(texts: Record<string, string>) {
  const sources = { entry: 'api.yaml', texts: new Map(Object.entries(texts)) };
  return (await inspectDocument(modules, 'api', sources)).findings;
}

const summary = (findings: Awaited<ReturnType<typeof problemsOf>>) =>
  findings.map(
    ({ id, file, position, path }) => `${id} ${file}:${position?.line}:${position?.column} ${path}`,
  );

describe('inspectDocument', () => {
  it.each(['3.0.3', '3.1.0', '3.2.0'])('has nothing against a document of %s', async (version) => {
    expect(
      await problemsOf({
        'api.yaml': `openapi: ${version}\n${INFO}paths:\n  /a/{b}:\n    get:
      parameters: [{name: b, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: ok}, 4XX: {description: no}}\n`,
      }),
    ).toEqual([]);
  });

  it('says where the structure is broken, in whichever file, and what may be meant', async () => {
    const findings = await problemsOf({
      'api.yaml': `openapi: 3.1.0\n${INFO}paths:\n  /a:\n    $ref: parts/a.yaml\n`,
      'parts/a.yaml': 'get:\n  responses:\n    "200":\n      descriptio: ok\n',
    });
    expect(summary(findings)).toEqual([
      'openapi/invalid-structure parts/a.yaml:3:5 /get/responses/200',
      'openapi/invalid-structure parts/a.yaml:4:7 /get/responses/200/descriptio',
    ]);
    expect(findings[1]).toMatchObject({
      expected: 'description',
      fix: expect.stringContaining('description'),
    });
  });

  it('says all at once, references that lead nowhere among them, and each once', async () => {
    const findings = await problemsOf({
      'api.yaml': `openapi: 3.1.0\n${INFO}paths:\n  /a:\n    get: {responses: {default: {$ref: '#/no'}}, tags: 1}\n  /b: {$ref: 'https://a.test/b'}\n`,
    });
    expect(summary(findings)).toEqual([
      'openapi/unresolved-ref api.yaml:5:33 /paths/~1a/get/responses/default/$ref',
      'openapi/invalid-structure api.yaml:5:49 /paths/~1a/get/tags',
      'openapi/remote-ref api.yaml:6:8 /paths/~1b/$ref',
    ]);
    const circle = 'schemas: {A: {$ref: "#/components/schemas/B"}, B: {$ref: "#/components/schemas/A"}}';
    const inCircles = await problemsOf({ 'api.yaml': `openapi: 3.1.0\n${INFO}components: {${circle}}\n` });
    expect(inCircles.map(({ id }) => id)).toEqual(['openapi/circular-ref', 'openapi/circular-ref']);
  });

  it('knows what each version brought', async () => {
    const text = (version: string) =>
      `openapi: ${version}\n${INFO}paths:\n  /a:\n    query:\n      responses: {default: {description: d}}\n`;
    expect(await problemsOf({ 'api.yaml': text('3.2.0') })).toEqual([]);
    expect(summary(await problemsOf({ 'api.yaml': text('3.1.0') }))).toEqual([
      'openapi/invalid-structure api.yaml:5:5 /paths/~1a/query',
    ]);
  });

  it('names both places of an operation id that is there twice', async () => {
    const operation = '{operationId: a, responses: {default: {description: d}}}';
    const findings = await problemsOf({
      'api.yaml': `openapi: 3.0.0\n${INFO}paths:\n  /a:\n    get: ${operation}\n  /b:\n    put: ${operation}\n`,
    });
    expect(summary(findings)).toEqual([
      'openapi/duplicate-operation-id api.yaml:5:11 /paths/~1a/get/operationId',
      'openapi/duplicate-operation-id api.yaml:7:11 /paths/~1b/put/operationId',
    ]);
    expect(findings[0]?.message).toContain('PUT /b (api.yaml:7)');
  });

  it('says once that a chain of references ends where nothing is', async () => {
    const chain = 'A: {$ref: "#/components/schemas/B"}\n    B: {$ref: "#/components/schemas/No"}';
    const text = `openapi: 3.1.0\n${INFO}paths: {}\ncomponents:\n  schemas:\n    ${chain}\n`;
    expect(summary(await problemsOf({ 'api.yaml': text }))).toEqual([
      'openapi/unresolved-ref api.yaml:7:9 /components/schemas/B/$ref',
    ]);
  });

  it('finds schemas that are a part of themselves, but none that only contain themselves', async () => {
    const part = (name: string) => `{allOf: [{type: object}, {$ref: "#/components/schemas/${name}"}]}`;
    const node = '{type: object, properties: {next: {allOf: [{$ref: "#/components/schemas/Node"}]}}}';
    const text = `openapi: 3.1.0\n${INFO}paths: {}\ncomponents:\n  schemas:\n    A: ${part('B')}\n    B: ${part('A')}\n    C: ${part('A')}\n    Node: ${node}\n`;
    expect(summary(await problemsOf({ 'api.yaml': text }))).toEqual([
      'openapi/circular-schema api.yaml:6:5 /components/schemas/A',
      'openapi/circular-schema api.yaml:7:5 /components/schemas/B',
    ]);
  });

  it('finds schemas that are an alternative of themselves, but none that hold a list of themselves', async () => {
    const schemas = [
      'F: {oneOf: [{type: "null"}, {$ref: "#/components/schemas/G"}]}',
      'G: {anyOf: [{type: string}, {$ref: "#/components/schemas/F"}]}',
      'Tree: {oneOf: [{type: string}, {type: array, items: {$ref: "#/components/schemas/Tree"}}]}',
    ];
    const text = `openapi: 3.1.0\n${INFO}paths: {}\ncomponents:\n  schemas:\n    ${schemas.join('\n    ')}\n`;
    expect(summary(await problemsOf({ 'api.yaml': text }))).toEqual([
      'openapi/circular-schema api.yaml:6:5 /components/schemas/F',
      'openapi/circular-schema api.yaml:7:5 /components/schemas/G',
    ]);
  });

  it('finds templates that match the same requests, and parameters that are not declared', async () => {
    const operation = (name: string) =>
      `{parameters: [{name: ${name}, in: path, required: true, schema: {type: string}}], responses: {default: {description: d}}}`;
    const findings = await problemsOf({
      'api.yaml': `openapi: 3.0.0\n${INFO}paths:\n  /a/{x}:\n    get: ${operation('x')}\n  /a/{y}:\n    get: ${operation('yy')}\n`,
    });
    expect(summary(findings)).toEqual([
      'openapi/colliding-paths api.yaml:4:3 /paths/~1a~1{x}',
      'openapi/colliding-paths api.yaml:6:3 /paths/~1a~1{y}',
      'openapi/path-parameter-undeclared api.yaml:7:5 /paths/~1a~1{y}/get',
    ]);
    expect(findings[2]).toMatchObject({ expected: 'y', actual: 'yy' });
    expect(findings[0]).toMatchObject({ severity: 'error', message: expect.stringContaining('by GET') });
    const apart = `openapi: 3.0.0\n${INFO}paths:\n  /a/{x}:\n    get: ${operation('x')}\n  /a/{y}:\n    put: ${operation('y')}\n`;
    expect((await problemsOf({ 'api.yaml': apart })).map(({ severity }) => severity)).toEqual([
      'warning',
      'warning',
    ]);
  });

  it('follows the mapping of a discriminator into other files, and misses one that is not there', async () => {
    const schema = `{discriminator: {propertyName: a, mapping: {x: parts/x.yaml, y: no.yaml, z: A}}}`;
    const files = {
      'api.yaml': `openapi: 3.1.0\n${INFO}paths: {}\ncomponents:\n  schemas:\n    A: ${schema}\n`,
      'parts/x.yaml': 'type: object\n',
    };
    const sources = await collectSources(memoryPorts({ files }), 'api.yaml');
    expect([...sources.texts.keys()]).toEqual(['api.yaml', 'parts/x.yaml']);
    expect(summary(await problemsOf(files))).toEqual([
      'openapi/unresolved-ref api.yaml:6:69 /components/schemas/A/discriminator/mapping/y',
    ]);
  });

  it('never throws, whatever the document holds', async () => {
    const names = fc.constantFrom(
      ...['paths', 'components', 'schemas', 'info', '/a', 'get', 'responses', '200', '$ref', 'parameters'],
      ...['content', '__proto__', 'constructor', 'toString', 'x-a', 'items', 'allOf', 'callbacks', 'servers'],
    );
    const { value } = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom(null, true, 1, '', '#/components/schemas/a', 'text'),
        fc.array(tie('value'), { maxLength: 3 }),
        tie('object'),
      ),
      object: fc.array(fc.tuple(names, tie('value')), { maxLength: 4 }),
    }));
    const toJson = (node: unknown): string =>
      Array.isArray(node) && node.every((entry) => Array.isArray(entry) && typeof entry[0] === 'string')
        ? `{${node.map(([key, entry]) => `${JSON.stringify(key)}:${toJson(entry)}`).join(',')}}`
        : Array.isArray(node)
          ? `[${node.map(toJson).join(',')}]`
          : JSON.stringify(node);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, value), { minLength: 1, maxLength: 6 }), async (members) => {
        const parts = members.map(([name, node]) => `${JSON.stringify(name)}: ${toJson(node)}\n`);
        const findings = await problemsOf({ 'api.yaml': `openapi: 3.1.0\n${[...new Set(parts)].join('')}` });
        expect(findings.every(({ file, fix }) => file === 'api.yaml' && fix !== '')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws, whatever the text is', async () => {
    const lines = fc.constantFrom(
      'openapi: 3.2.0',
      'paths:',
      '  /a: &a',
      '  <<: *a',
      '- - -',
      '{[',
      '"',
      '\t',
      '? !!set',
      '%YAML',
      '---',
      '...',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(lines).map((parts) => parts.join('\n')),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(await problemsOf({ 'api.yaml': text })).not.toHaveLength(0);
      }),
      { numRuns: 150 },
    );
  });

  if (!existsSync(DATA))
    process.stderr.write(`${DATA} is not there: verdicts on real documents are skipped\n`);
  const versions = existsSync(DATA) ? readdirSync(join(DATA, 'openapi/versions')) : [];
  (versions.length > 0 ? it : it.skip)('agrees with the verdicts on real documents (../shared)', async () => {
    for (const version of versions) {
      const folder = join(DATA, 'openapi/versions', version);
      const [file] = readdirSync(join(folder, 'input')) as [string];
      const text = readFileSync(join(folder, 'input', file), 'utf8');
      const { valid } = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as { valid: boolean };
      expect([version, (await problemsOf({ 'api.yaml': text })).length === 0]).toEqual([version, valid]);
    }
    for (const folder of readdirSync(join(DATA, 'pact'))) {
      const text = readFileSync(join(DATA, 'pact', folder, 'openapi.yaml'), 'utf8');
      expect([folder, summary(await problemsOf({ 'api.yaml': text }))]).toEqual([folder, []]);
    }
  });
});

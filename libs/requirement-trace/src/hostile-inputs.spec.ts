import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { createPorts } from '@fixpoint/workspace-io';
import { trace, traceConfig } from './test-support';
import { traceDerivation } from './trace-derivation';

const SPEC = '- [A-1001] It MUST hold.\n';
const pact = (description: unknown, more: object = {}) =>
  JSON.stringify({
    consumer: { name: 'c' },
    provider: { name: 'p' },
    interactions: [
      { description, ...more, request: { method: 'GET', path: '/' }, response: { status: 200 } },
    ],
  });
const linksOf = (files: Readonly<Record<string, string | Uint8Array>>, kind: string): unknown => {
  const text = files['requirements/trace.json'];
  const json = JSON.parse(text as string) as {
    requirements: Record<string, { links: Record<string, unknown> }>;
  };
  return json.requirements['A-1001']?.links[kind];
};

describe('names that no file could hold as they are', () => {
  it.each([
    ['line ends', 'a\n b\t[A-1001]\r', 'a b [A-1001]'],
    ['half of a character', '\ud83d [A-1001] \ude00', '\ufffd [A-1001] \ufffd'],
    ['too much', `[A-1001] ${'x'.repeat(5_000)}`, `[A-1001] ${'x'.repeat(191)}`],
    [
      'half of a character at the end',
      `[A-1001]${'x'.repeat(191)}\ud83d\ude00`,
      `[A-1001]${'x'.repeat(191)}\ufffd`,
    ],
    ['the name of a prototype', '__proto__ [A-1001]', '__proto__ [A-1001]'],
  ])('%s', async (_, description, name) => {
    const { files } = await trace({ 'specs/a.md': SPEC, 'pacts/a.json': pact(description) });
    expect(linksOf(files, 'pact')).toEqual([{ file: 'pacts/a.json', name }]);
    expect((await trace(files)).files).toEqual(files);
    const page = files['requirements/trace.md'] as string;
    expect(page.split('\n').filter((line) => line.startsWith('- pact: '))).toHaveLength(1);
  });
});

describe('inputs that are odd', () => {
  it('x-req-id that names nothing is a warning at its place', async () => {
    const text = `openapi: 3.0.3
info: { title: T, version: '1', x-req-id: [A-1001, 3, A] }
x-req-id: null
paths:
  /a:
    get:
      x-req-id: &ids [A-1001]
      responses: { '200': { description: ok, x-req-id: *ids } }
`;
    const { told, files } = await trace({ 'specs/a.md': SPEC, 'api/a.yaml': text });
    expect(told.filter((line) => line.startsWith('tag-without-id')).sort()).toEqual([
      'tag-without-id api/a.yaml:2',
      'tag-without-id api/a.yaml:2',
      'tag-without-id api/a.yaml:3',
    ]);
    expect(linksOf(files, 'operation')).toEqual([
      { file: 'api/a.yaml', name: '' },
      { file: 'api/a.yaml', name: 'GET /a' },
    ]);
  });

  it('parts of a pact that hold bodies name nothing', async () => {
    const more = {
      providerStates: [{ name: 'is [A-1001]', params: { note: '[A-1002]' } }],
      metadata: { note: '[A-1003]', requirements: 'A-1001' },
      comments: { text: ['[A-1001]', 3], other: '[A-1004]' },
    };
    const { told, files } = await trace({ 'specs/a.md': SPEC, 'pacts/a.json': pact('d', more) });
    expect(told.filter((line) => line.startsWith('dangling'))).toEqual([]);
    expect(linksOf(files, 'pact')).toEqual([{ file: 'pacts/a.json', name: 'd' }]);
  });

  it('a contract of odd metrics', async () => {
    const text = JSON.stringify({
      metrics: [
        3,
        null,
        {},
        { name: 'a', requirements: 'A-1001' },
        { name: 'b', requirements: [{}, 'x'] },
        { help: 3 },
      ],
    });
    const { told, files } = await trace({ 'specs/a.md': SPEC, 'metrics/m.json': text });
    expect(told.filter((line) => line.startsWith('tag-without-id'))).toHaveLength(2);
    expect(linksOf(files, 'metric')).toEqual([{ file: 'metrics/m.json', name: 'a' }]);
  });

  it('ids inside of ranges need not exist, their ends do', async () => {
    const spec = '- [A-1001] It MUST.\n- [A-1004] It MUST, as A-1001..1006 do.\n';
    const { told } = await trace({ 'specs/a.md': spec, 'src/a.ts': '// Implements: A-1001..1005\n' });
    expect(told.filter((line) => line.startsWith('dangling'))).toEqual([
      'dangling-id specs/a.md:2 A-1006',
      'dangling-id src/a.ts:1 A-1005',
    ]);
  });

  it('an output below the root itself, and an id with signs of Markdown', async () => {
    const base = traceConfig();
    const config = { ...base, specs: { ...base.specs!, ids: ['R\\|\\d+'], output: '.' } };
    const { artifacts } = await trace({ 'specs/a.md': '- [R|1] It MUST.\n' }, config);
    expect(artifacts?.map(({ path }) => path)).toEqual(['confirmed.json', 'trace.json', 'trace.md']);
    expect(artifacts?.at(-1)?.text).toContain('| [`R\\|1`](specs/a.md');
  });
});

describe('files on a disk', () => {
  const directory = tempDirectory();

  it('that lead out of the workspace or loop are a finding each, and the others are read', async () => {
    const root = join(directory.path, 'root');
    for (const name of ['specs', 'src', 'pacts', 'api', 'features', 'metrics'])
      mkdirSync(join(root, name), { recursive: true });
    writeFileSync(join(directory.path, 'secret.ts'), '// Implements: A-1002');
    writeFileSync(join(root, 'specs/a.md'), SPEC);
    writeFileSync(join(root, 'src/a.ts'), '// Implements: A-1001\n');
    symlinkSync('..', join(root, 'src/up'));
    symlinkSync('nowhere.ts', join(root, 'src/gone.ts'));
    symlinkSync('loop.ts', join(root, 'src/loop.ts'));
    const places = [
      'src/out.ts',
      'src/out.spec.ts',
      'pacts/out.json',
      'api/out.yaml',
      'features/out.feature',
      'metrics/out.json',
    ];
    for (const place of places) symlinkSync(join(directory.path, 'secret.ts'), join(root, place));
    const config = traceConfig({ byDefault: [] });
    const collected = await traceDerivation.collect(createPorts({ root }), config, { check: true });
    if (!collected.ok) throw new Error('nothing was read');
    const { links, findings } = collected.value.layers;
    expect(links.map(({ file }) => file)).toEqual(['src/a.ts']);
    expect(findings.map(({ id, file }) => `${id} ${file}`).sort()).toEqual(
      [...places, 'src/loop.ts'].map((place) => `trace/unreadable ${place}`).sort(),
    );
    expect(traceDerivation.derive(collected.value, config).ok).toBe(false);
  });

  it('are told by their place when the globs lead out of the root', async () => {
    const root = join(directory.path, 'other/docs');
    const source = join(directory.path, 'other/lib/src');
    for (const path of [join(root, 'specs'), source]) mkdirSync(path, { recursive: true });
    writeFileSync(join(root, 'specs/a.md'), SPEC);
    writeFileSync(join(source, 'a.ts'), '// Implements: A-1001\n');
    writeFileSync(join(source, 'b.ts'), new Uint8Array([0x2f, 0x2f, 0xff]));
    symlinkSync('/etc/passwd', join(source, 'c.ts'));
    const config = traceConfig({ code: { files: ['../lib/*/**.ts'], patterns: [] } });
    const collected = await traceDerivation.collect(createPorts({ root }), config, { check: true });
    if (!collected.ok) throw new Error('nothing was read');
    const { links, findings } = collected.value.layers;
    expect(links.map(({ file }) => file)).toEqual(['../lib/src/a.ts']);
    expect(findings.map(({ id, file }) => `${id} ${file}`).sort()).toEqual([
      'trace/unreadable ../lib/src/b.ts',
      'trace/unreadable ../lib/src/c.ts',
    ]);
  });
});

import type { Manifest, WrapperEvidence } from '@fixpoint/surface-formats';
import { memoryPorts, type MemoryWorld } from '@fixpoint/testkit';
import { LINUX, manifestOf } from '../test-support/manifest';
import { jsonOf, run, type RunRequest } from '../test-support/run';
import { unionOf, unionText } from '../test-support/union';
import { evidenceDerivation } from './evidence-derivation';

const FILE = 'wrapper_evidence.json';
const ROOT = '/work/libs/sdk/cli_manifest';
const DIRECTORY = '/work/node_modules/tool-sdk';
const PACKAGE = { name: 'tool-sdk', version: '2.0.0', directory: DIRECTORY };
const SOURCE = `import { spawn } from 'node:child_process';
export function run(model, resume) {
  const args = ['exec'];
  args.push('--model', model);
  if (resume) args.push('resume', resume);
  spawn('git', ['status', '--porcelain']);
  return spawn('tool', args);
}
`;
const UNION = unionOf({
  '': { usage: 'tool [OPTIONS]', flags: [{ key: '--model', short: '-m', takes_value: true }] },
  exec: { aliases: ['e'], folded_flags: ['--model', '--gone'], flags: ['--json'] },
  'exec resume': {},
});
const COVERAGE = [
  { path: ['exec'], level: 'explicit', flags: [{ key: '--model', level: 'explicit' }] },
  { path: ['exec', 'resume'], level: 'explicit' },
];

const PACKAGED = manifestOf({
  wrapper: { evidence: { package: 'tool-sdk', files: ['dist/**/*.js'] } },
});

const WORLD: MemoryWorld = {
  root: ROOT,
  packages: [PACKAGE],
  packageFiles: { [`${DIRECTORY}/dist/index.js`]: SOURCE },
  files: {
    'wrapper_coverage.json': JSON.stringify({ schema_version: 1, coverage: COVERAGE }),
    'snapshots/9.0.0/union.json': unionText(unionOf({ '': {} })),
    'snapshots/10.0.0/union.json': unionText(UNION),
  },
};

function derive(world: MemoryWorld, manifest: Manifest = PACKAGED, scope: RunRequest['scope'] = {}) {
  return run(evidenceDerivation, { manifest, world, scope });
}

function withFiles(changes: Readonly<Record<string, string>>): MemoryWorld {
  return { ...WORLD, files: { ...WORLD.files, ...changes } };
}

describe('evidenceDerivation', () => {
  it('records what the source of a package passes, by the newest union', async () => {
    const { artifacts, findings, checked } = await derive(WORLD);
    expect([...findings, ...checked]).toEqual([]);
    expect(jsonOf<WrapperEvidence>(artifacts, FILE)).toEqual({
      schema_version: 1,
      generator: { name: '@fixpoint/wrapper-scan', version: expect.any(String) },
      source: { package: 'tool-sdk', version: '2.0.0', files: ['dist/index.js'] },
      uses: [
        { kind: 'command', path: ['exec'], places: [{ file: 'dist/index.js', line: 3, column: 17 }] },
        {
          kind: 'flag',
          path: ['exec'],
          key: '--model',
          places: [{ file: 'dist/index.js', line: 4, column: 13 }],
        },
        {
          kind: 'command',
          path: ['exec', 'resume'],
          places: [{ file: 'dist/index.js', line: 5, column: 25 }],
        },
      ],
      dynamic: [],
    });
    expect(artifacts[0]?.text.endsWith('}\n')).toBe(true);
  });

  it('names the place of a finding relative to the root, wherever the package lies', async () => {
    const { checked } = await derive(
      withFiles({ 'wrapper_coverage.json': '{"schema_version": 1, "coverage": []}' }),
    );
    expect(checked.map(({ id, file, position, path }) => [id, file, position?.line, path])).toEqual([
      ['evidence/undeclared-use', '../../../node_modules/tool-sdk/dist/index.js', 3, 'exec'],
      ['evidence/undeclared-use', '../../../node_modules/tool-sdk/dist/index.js', 4, 'exec --model'],
      ['evidence/undeclared-use', '../../../node_modules/tool-sdk/dist/index.js', 5, 'exec resume'],
    ]);
  });

  it.each([
    ['src', { files: { 'src/index.js': SOURCE } }, 'src/index.js'],
    ['../src', { packageFiles: { '/work/libs/sdk/src/index.js': SOURCE } }, '../src/index.js'],
  ])('reads the directory %s', async (directory, files, place) => {
    const manifest = manifestOf({ wrapper: { evidence: { directory, files: ['**/*.js'] } } });
    const world = { ...WORLD, ...files, files: { ...WORLD.files, ...('files' in files ? files.files : {}) } };
    const { artifacts } = await derive(world, manifest);
    expect(jsonOf<WrapperEvidence>(artifacts, FILE).source).toEqual({ files: ['index.js'] });
    const bare = {
      ...world,
      files: { ...world.files, 'wrapper_coverage.json': '{"schema_version":1,"coverage":[]}' },
    };
    expect((await derive(bare, manifest)).checked[0]?.file).toBe(place);
  });

  it('takes the newest of several unions by version, names that are none before all others', async () => {
    const newest = async (...versions: string[]) => {
      const unions = versions.map(
        (version) => [`snapshots/${version}/union.json`, unionText(UNION)] as const,
      );
      const ports = memoryPorts({ ...WORLD, files: Object.fromEntries(unions) });
      const facts = await evidenceDerivation.collect(ports, PACKAGED, { check: false });
      return facts.ok ? facts.value.union?.version : undefined;
    };
    expect(await newest('9.0.0', '10.0.0', '10.0.0-rc.1')).toBe('10.0.0');
    expect(await newest('1.0.0', 'unknown', 'zzz')).toBe('1.0.0');
    expect(await newest('b', 'a')).toBe('b');
    expect(await newest()).toBeUndefined();
  });

  it('tells a command from the value of a flag by what upstream says of it', async () => {
    const text = `import { spawn } from 'node:child_process';
spawn('tool', ['exec', '-m', 'resume', '--json', 'resume']);
`;
    const packageFiles = { [`${DIRECTORY}/dist/index.js`]: text };
    const { artifacts } = await derive({ ...WORLD, packageFiles });
    expect(
      jsonOf<WrapperEvidence>(artifacts, FILE).uses.map(({ path, key }) => [...path, key].join(' ').trim()),
    ).toEqual(['exec', 'exec --json', 'exec -m', 'exec resume']);
  });

  it('does without a union, and insists that the newest one can be read', async () => {
    const { files } = WORLD;
    const alone = { ...WORLD, files: { 'wrapper_coverage.json': files?.['wrapper_coverage.json'] ?? '' } };
    expect((await derive(alone)).ok).toBe(true);
    const cut = await derive(withFiles({ 'snapshots/10.0.0/union.json': '{' }));
    expect(cut.findings).toEqual([
      expect.objectContaining({
        id: 'evidence/invalid-json',
        file: 'snapshots/10.0.0/union.json',
        fix: 'fixpoint union --root cli_manifests/tool --version 10.0.0',
      }),
    ]);
  });

  it('does not take an empty scan for a pass [FP-EVID-003]', async () => {
    const { findings } = await derive({ ...WORLD, packageFiles: {} });
    expect(findings).toEqual([
      expect.objectContaining({ id: 'evidence/no-files', path: '/wrapper/evidence/files' }),
    ]);
  });

  it('reports files that cannot be parsed', async () => {
    const packageFiles = { ...WORLD.packageFiles, [`${DIRECTORY}/dist/broken.js`]: 'const = 1;' };
    const { checked, ok } = await derive({ ...WORLD, packageFiles });
    expect(ok).toBe(true);
    expect(checked).toEqual([
      expect.objectContaining({
        severity: 'error',
        file: '../../../node_modules/tool-sdk/dist/broken.js',
        position: expect.objectContaining({ line: 1 }),
      }),
    ]);
  });

  describe('a package that is not installed', () => {
    const committed = async () => (await derive(WORLD)).artifacts[0]?.text ?? '';
    const without = (text: string): MemoryWorld => ({ ...withFiles({ [FILE]: text }), packages: [] });

    it('cannot be scanned', async () => {
      const { ok, findings } = await derive({ ...WORLD, packages: [] });
      expect(ok).toBe(false);
      expect(findings).toEqual([
        expect.objectContaining({
          id: 'evidence/package-not-installed',
          severity: 'error',
          fix: 'npm install --save-dev tool-sdk',
        }),
      ]);
    });

    it('leaves the committed evidence standing in a run that only compares', async () => {
      const text = await committed();
      const world = without(text);
      const { artifacts, findings, checked } = await derive(world, PACKAGED, { check: true });
      expect(artifacts).toEqual([{ path: FILE, text }]);
      expect(findings).toEqual([
        expect.objectContaining({ id: 'evidence/package-not-installed', severity: 'warning' }),
      ]);
      expect(checked).toEqual([]);
      const undeclared = { ...world.files, 'wrapper_coverage.json': '{"schema_version": 1, "coverage": []}' };
      const other = await derive({ ...world, files: undeclared }, PACKAGED, { check: true });
      expect(other.checked.map(({ file }) => file)).toEqual(
        Array(3).fill('node_modules/tool-sdk/dist/index.js'),
      );
    });

    it('does not save committed evidence that cannot be read', async () => {
      const check = { check: true };
      const cut = await derive(without((await committed()).slice(0, 99)), PACKAGED, check);
      expect(cut.findings).toEqual([expect.objectContaining({ id: 'evidence/invalid-json', file: FILE })]);
      const wrong = await derive(without('{"schema_version": 1, "uses": [{}]}'), PACKAGED, check);
      expect(wrong.ok).toBe(false);
      expect(wrong.findings.map(({ id }) => id)).toContain('evidence/missing-key');
      expect(wrong.checked).toEqual([]);
    });
  });

  it('points to bootstrapping where nothing is declared', async () => {
    const files = { 'snapshots/10.0.0/union.json': unionText(UNION) };
    expect((await derive({ ...WORLD, files })).checked).toEqual([
      expect.objectContaining({
        id: 'evidence/nothing-declared',
        fix: 'fixpoint bootstrap-coverage --root cli_manifests/tool',
      }),
    ]);
  });

  it('reports a declaration that cannot be read', async () => {
    const { checked } = await derive(withFiles({ 'wrapper_coverage.json': '{' }));
    expect(checked.map(({ id }) => id)).toEqual(['evidence/invalid-json']);
  });

  it('has nothing to do where no evidence is asked for', async () => {
    const manifest = manifestOf();
    expect(await derive(WORLD, manifest)).toMatchObject({ ok: true, artifacts: [], checked: [] });
    expect(evidenceDerivation.allowsEmpty?.(manifest, { check: true })).toBe(true);
    expect(evidenceDerivation.allowsEmpty?.(PACKAGED, { check: true })).toBe(false);
    expect(evidenceDerivation.owns(PACKAGED, { check: true })).toEqual([FILE]);
    expect(evidenceDerivation.fix('x')).toBe('fixpoint report --root x');
  });

  it('does not depend on the machine', async () => {
    const elsewhere: MemoryWorld = {
      ...WORLD,
      root: '/other/place',
      packages: [{ ...PACKAGE, directory: '/other/node_modules/tool-sdk' }],
      packageFiles: { '/other/node_modules/tool-sdk/dist/index.js': SOURCE },
      env: { HOME: '/root', SOURCE_DATE_EPOCH: '1' },
    };
    const [here, there] = [await derive(WORLD), await derive(elsewhere)];
    expect(there.artifacts).toEqual(here.artifacts);
    expect(here.artifacts[0]?.text).not.toContain(LINUX);
  });
});

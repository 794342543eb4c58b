import { success } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import type { Family } from './families';
import { runTarget } from './run-target';
import { derivationOf, familyOf, findingOf } from './testing/families';

const directory = tempDirectory();

const tool: Family = familyOf({ demo: [derivationOf()] });
const specs: Family = {
  ...familyOf({
    index: [
      derivationOf({
        id: 'index',
        owns: () => [],
        derive: () => success([{ path: 'index.txt', text: 'index\n' }]),
        fix: (root) => `fixpoint index --root ${root}`,
      }),
    ],
  }),
  id: 'specs',
  kind: 'specs',
  marker: 'specs.json',
  implied: async ({ files }) => ((await files.directories('.')).includes('specs') ? success({}) : undefined),
};
const run = (target: string, families: readonly Family[] = [tool, specs]) =>
  runTarget({ target, root: 'demo', base: directory.path, families });

describe('a directory that is a root of two kinds', () => {
  beforeEach(() => {
    directory.write('demo/demo.json', '{}');
    directory.write('demo/specs.json', '{}');
  });

  it('has the targets of both', async () => {
    expect((await run('demo')).written).toEqual(['out.txt']);
    expect((await run('index')).written).toEqual(['index.txt']);
    expect((await run('neither')).findings[0]).toMatchObject({
      id: 'usage/unknown-target',
      expected: 'demo, index, validate',
      message: 'a root with demo.json and specs.json has no target "neither"',
    });
  });

  it('is validated as both, and what is wrong with one marker hides nothing of the other', async () => {
    expect(await run('validate')).toMatchObject({
      outcome: 'drift',
      findings: [{ id: 'index/artifact-missing' }, { id: 'demo/artifact-missing' }],
    });
    const broken: Family = { ...tool, parse: () => ({ ok: false, findings: [findingOf('config/broken')] }) };
    const { outcome, findings } = await run('validate', [broken, specs]);
    expect([outcome, findings.map(({ id }) => id)]).toEqual([
      'usage',
      ['config/broken', 'index/artifact-missing'],
    ]);
    expect((await run('index', [broken, specs])).outcome).toBe('clean');
  });

  it('says what is wrong with a marker when a target is asked for that nobody knows', async () => {
    const broken: Family = {
      ...tool,
      targets: {},
      parse: () => ({ ok: false, findings: [findingOf('config/broken')] }),
    };
    expect(await run('demo', [broken])).toMatchObject({
      outcome: 'usage',
      findings: [{ id: 'config/broken' }],
    });
  });

  it('counts the first marker of each kind alone', async () => {
    const second: Family = { ...specs, kind: 'demo' };
    expect((await run('index', [tool, second])).findings[0]?.id).toBe('usage/unknown-target');
  });
});

describe('a directory without a marker', () => {
  it('is a root where its files say so', async () => {
    directory.write('demo/README.md', '# Demo\n');
    expect((await run('index')).findings[0]?.id).toBe('config/no-marker');
    directory.write('demo/specs/a.md', '# A\n');
    expect((await run('index')).written).toEqual(['index.txt']);
    expect((await run('validate')).outcome).toBe('clean');
  });
});

describe('a target that the marker switches off', () => {
  const off: Family = { ...specs, switchedOff: (_, target) => (target === 'index' ? 'index' : undefined) };

  it('does not pass when it is asked for, and is no part of validation', async () => {
    directory.write('demo/specs.json', '{}');
    expect(await run('index', [off])).toMatchObject({
      outcome: 'usage',
      findings: [{ id: 'usage/switched-off', file: 'specs.json', path: '/index' }],
    });
  });
});

describe('a check that mends', () => {
  it('writes first and tells what is left after a second look', async () => {
    directory.write('demo/demo.json', '{}');
    directory.write('demo/out.txt', 'broken\n');
    const scopes: unknown[] = [];
    const check: Family = familyOf({
      demo: [
        derivationOf({
          owns: () => [],
          allowsEmpty: () => true,
          collect: async ({ files }, _config, scope) => {
            scopes.push(scope);
            return success({ fix: scope.fix === true, text: await files.readText('out.txt') });
          },
          derive: ({ fix }) => success(fix ? [{ path: 'out.txt', text: 'mended\n' }] : []),
          check: ({ text }) => (text === 'mended\n' ? [] : [findingOf('demo/broken')]),
        }),
      ],
    });
    const request = { target: 'demo-verify', root: 'demo', base: directory.path, families: [check] };
    expect((await runTarget(request)).outcome).toBe('drift');
    expect(await runTarget({ ...request, fix: true })).toMatchObject({
      outcome: 'clean',
      findings: [],
      written: ['out.txt'],
    });
    expect(scopes).toMatchObject([
      { check: true, history: true },
      { check: false, fix: true },
      { check: true, history: true },
    ]);
  });
});

import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { runTarget, type TargetRequest } from './run-target';

const MARKER = JSON.stringify({
  rules_schema_version: 2,
  tool: { name: 'tool' },
  targets: { here: { platform: 'linux', required: true } },
});

const directory = tempDirectory();
const run = (target: string, request: Partial<TargetRequest> = {}) =>
  runTarget({ target, root: 'demo', base: directory.path, ...request });

describe('a root that cannot be read', () => {
  it('without a marker says what a marker is', async () => {
    directory.write('demo/other.json', '{}');
    expect(await run('union')).toEqual({
      target: 'union',
      root: 'demo',
      outcome: 'usage',
      findings: [
        {
          id: 'config/no-marker',
          severity: 'error',
          message:
            'demo holds no RULES.json, SUPPORT.json, CONTRACTS.json, redocly.yaml or SPECS.json, so there is nothing that says what is derived there',
          file: '.',
          expected: 'RULES.json, SUPPORT.json, CONTRACTS.json, redocly.yaml or SPECS.json',
          fix: 'name the directory of a marker with --root, or create demo/RULES.json',
        },
      ],
      drifts: [],
      written: [],
      removed: [],
      compared: 0,
    });
  });

  it('that is the marker itself names the directory that is meant', async () => {
    directory.write('demo/RULES.json', MARKER);
    const { outcome, findings } = await run('union', { root: 'demo/RULES.json' });
    expect([outcome, findings[0]?.fix]).toEqual(['usage', 'name the directory: --root demo']);
    const { findings: besides } = await run('union', {
      root: 'RULES.json',
      base: join(directory.path, 'demo'),
    });
    expect(besides[0]?.fix).toBe('name the directory: --root .');
  });

  it('that is not there is a matter of the environment', async () => {
    const { outcome, findings } = await run('union', { root: 'nowhere' });
    expect([outcome, findings[0]?.id, findings[0]?.file]).toEqual([
      'environment',
      'environment/tool-error',
      '.',
    ]);
    expect(findings[0]?.message).toMatch(/^cannot open nowhere: /);
  });

  it('with a malformed marker names the place in the marker, relative to the root', async () => {
    directory.write('demo/RULES.json', '{\n  "rules_schema_version": 2,\n');
    const { outcome, findings } = await run('union');
    expect(outcome).toBe('usage');
    expect(findings).toMatchObject([
      { id: 'config/invalid-json', file: 'RULES.json', position: { line: 3, column: 1 } },
    ]);
  });

  it('with a typo suggests the key that is meant, and tells of every other problem as well', async () => {
    const marker = MARKER.replace('"targets"', '"tragets"').replace('"name"', '"nmae"');
    directory.write('demo/RULES.json', marker);
    const { outcome, findings } = await run('validate');
    expect(outcome).toBe('usage');
    expect(findings.map(({ id, path, file }) => [id, path, file])).toEqual([
      ['config/invalid-value', '/targets', 'RULES.json'],
      ['config/invalid-value', '/tool/name', 'RULES.json'],
      ['config/unknown-key', '/tool/nmae', 'RULES.json'],
      ['config/unknown-key', '/tragets', 'RULES.json'],
    ]);
    expect(findings.at(-1)?.fix).toBe('rename "tragets" to "targets" in demo/RULES.json');
  });

  it('with a marker of unknown rules names the known ones', async () => {
    directory.write('demo/RULES.json', '{"rules_schema_version": 3}');
    expect((await run('validate')).findings).toMatchObject([
      { id: 'config/rules-version', file: 'RULES.json', expected: '1 or 2', actual: '3' },
    ]);
  });

  it('whose marker leads out of it is refused', async () => {
    directory.write('RULES.json', MARKER);
    directory.write('demo/x', '');
    symlinkSync('../RULES.json', join(directory.path, 'demo/RULES.json'));
    const { outcome, findings } = await run('validate');
    expect([outcome, findings.map(({ id }) => id)]).toEqual(['environment', ['environment/tool-error']]);
  });

  it('whose marker is no text is refused', async () => {
    directory.write('demo/RULES.json', Uint8Array.of(0xff, 0xfe));
    const { outcome, findings } = await run('validate');
    expect([outcome, findings[0]?.file]).toEqual(['environment', 'RULES.json']);
  });
});

describe('the name of a root', () => {
  const nameOf = async (root: string, base = directory.path) => (await run('demo', { root, base })).root;

  beforeEach(() => void directory.write('a/b/x', ''));

  it('is relative to the base, with no detours', async () => {
    expect(await nameOf('a/b')).toBe('a/b');
    expect(await nameOf('./a/../a/b/')).toBe('a/b');
    expect(await nameOf(join(directory.path, 'a/b'))).toBe('a/b');
    expect(await nameOf('.')).toBe('.');
    expect(await nameOf('..', join(directory.path, 'a'))).toBe(directory.path);
  });

  it('is absolute for a root outside the base', async () => {
    const base = join(directory.path, 'a/b');
    expect(await nameOf('../..', base)).toBe(directory.path);
    expect(await nameOf(directory.path, base)).toBe(directory.path);
  });

  it('is relative for a directory that begins with two dots', async () => {
    directory.write('..a/x', '');
    expect(await nameOf('..a')).toBe('..a');
  });
});

const itAsOrdinaryUser = process.getuid?.() === 0 ? it.skip : it;

itAsOrdinaryUser('names a marker that it may not read', async () => {
  directory.write('demo/RULES.json', MARKER);
  chmodSync(join(directory.path, 'demo/RULES.json'), 0);
  expect(await run('validate')).toMatchObject({ outcome: 'environment', findings: [{ file: 'RULES.json' }] });
});

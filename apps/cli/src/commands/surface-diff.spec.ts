import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory, unionOf, unionText } from '@fixpoint/testkit';
import { runFixpoint } from '../testing/run-fixpoint';

const LINUX = 'linux';
const MAC = 'mac';
const RULES = {
  rules_schema_version: 2,
  tool: { name: 'tool' },
  targets: { [LINUX]: { platform: 'linux', required: true }, [MAC]: { platform: 'macos' } },
};
const INPUTS = [LINUX, MAC].map((target) => ({
  ...(unionOf({}).inputs[0] as ReturnType<typeof unionOf>['inputs'][number]),
  target_triple: target,
}));

describe('surface-diff', () => {
  const directory = tempDirectory();
  const remove = (path: string) => rmSync(join(directory.path, path), { recursive: true });
  const diff = (...options: string[]) =>
    runFixpoint(directory.path, ['surface-diff', '--root', 'root', ...options]);

  function write(version: string, flags: readonly string[], onMac = flags): void {
    const available = [...new Set([...flags, ...onMac])].map((key) => ({
      key,
      available_on: [...(flags.includes(key) ? [LINUX] : []), ...(onMac.includes(key) ? [MAC] : [])],
    }));
    const run = { usage: 'tool run', available_on: [LINUX, MAC], flags: available };
    directory.write(`root/snapshots/${version}/union.json`, unionText(unionOf({ run }, { inputs: INPUTS })));
  }

  beforeEach(() => {
    directory.write('root/RULES.json', JSON.stringify(RULES));
    const flags = [{ key: '--used', level: 'explicit' }];
    const coverage = [{ path: ['run'], level: 'explicit', flags }];
    directory.write('root/wrapper_coverage.json', JSON.stringify({ schema_version: 1, coverage }));
    write('1.0.0', ['--used', '--idle']);
    write('1.1.0', ['--used'], ['--used', '--glass']);
    write('2.0.0', []);
  });

  const files = () => directory.list().join();

  it('compares two versions as text, and ends with 0 when the wrapper loses nothing [FP-DIFF-007]', async () => {
    const before = files();
    const { code, out, err } = await diff('--from', '1.0.0', '--to', '1.1.0');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('tool-cli 1.0.0 (linux, mac) → 1.1.0 (linux, mac)\n');
    expect(out).toContain('--idle');
    expect(out).toContain('[flag-removed]');
    expect(files()).toBe(before);
  });

  it('ends with 1 when the wrapper uses what is gone', async () => {
    const { code, out } = await diff('--from', '1.1.0', '--to', '2.0.0');
    expect(code).toBe(1);
    expect(out).toMatch(/error .*--used.* \[flag-removed\]\n +the wrapper /);
  });

  it.each([
    ['breaking', '1.1.0', 1],
    ['error', '1.1.0', 0],
    ['error', '2.0.0', 1],
    ['none', '2.0.0', 0],
  ])('with --fail-on %s to %s ends with %i [FP-DIFF-007]', async (failOn, to, code) =>
    expect((await diff('--from', '1.0.0', '--to', to, '--fail-on', failOn)).code).toBe(code),
  );

  it('takes the newest version and the one before it where none is named', async () => {
    const { code, out } = await diff('--fail-on', 'none', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ from: { version: '1.1.0' }, to: { version: '2.0.0' } });
    const older = await diff('--to', '1.1.0', '--format', 'json');
    expect(JSON.parse(older.out)).toMatchObject({ from: { version: '1.0.0' }, to: { version: '1.1.0' } });
  });

  it('prints JSON with the class of each change, and the bump that is deserved', async () => {
    const { out } = await diff('--from', '1.0.0', '--to', '1.1.0', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      bump: { deserved: 'major', made: 'minor', sufficient: false },
      changes: expect.arrayContaining([
        expect.objectContaining({ rule: 'flag-removed', class: 'breaking', key: '--idle' }),
        expect.objectContaining({ rule: 'flag-added', class: 'additive', key: '--glass' }),
      ]) as unknown,
    });
  });

  it('prints release notes', async () => {
    const { code, out } = await diff('--from', '1.0.0', '--to', '1.1.0', '--format', 'markdown');
    expect(code).toBe(0);
    expect(out).toMatch(/^## tool-cli 1\.0\.0 → 1\.1\.0\n/);
    expect(out).toContain('`--idle`');
  });

  it.each(['sarif', 'junit', 'github'])('prints findings as %s', async (format) => {
    const { code, out, err } = await diff('--from', '1.1.0', '--to', '2.0.0', '--format', format);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('surface-diff/flag-removed');
  });

  it('compares two targets of one version, and on one target only', async () => {
    const { out } = await diff('--to', '1.1.0', '--from-target', LINUX, '--to-target', MAC);
    expect(out).toContain('tool-cli 1.1.0 (linux) → 1.1.0 (mac)\n');
    expect(out).toMatch(/--glass.*\[flag-added\]/);
    const onLinux = await diff('--from', '1.0.0', '--to', '1.1.0', '--target', LINUX);
    expect(onLinux.out).not.toContain('--glass');
  });

  it.each<[string, { code: number; id: string; options: string[]; prepare?: () => void }]>([
    ['a version that there is not', { code: 2, id: 'usage/surface-diff', options: ['--from', '9.9.9'] }],
    [
      'a target that there is not',
      {
        code: 2,
        id: 'surface-diff/unknown-target',
        options: ['--from', '1.0.0', '--from-target', 'amiga', '--to-target', MAC],
      },
    ],
    ['one of two targets', { code: 2, id: 'usage/surface-diff', options: ['--from-target', LINUX] }],
    [
      'no snapshots',
      {
        code: 2,
        id: 'usage/surface-diff',
        options: ['--fail-on', 'none'],
        prepare: () => remove('root/snapshots'),
      },
    ],
    [
      'a union cut in half',
      {
        code: 1,
        id: 'surface-diff/invalid-json',
        options: ['--to', '2.0.0'],
        prepare: () => directory.write('root/snapshots/2.0.0/union.json', '{"commands": ['),
      },
    ],
    [
      'no marker',
      {
        code: 2,
        id: 'config/no-marker',
        options: ['--to', '2.0.0'],
        prepare: () => remove('root/RULES.json'),
      },
    ],
    [
      'no root',
      {
        code: 3,
        id: 'environment/tool-error',
        options: ['--to', '2.0.0'],
        prepare: () => remove('root'),
      },
    ],
  ])('says what is wrong with %s, in text and JSON', async (_name, { code, id, options, prepare }) => {
    prepare?.();
    const text = await diff(...options);
    expect([text.code, text.err]).toEqual([code, '']);
    expect(text.out).toContain(`[${id}]`);
    expect(text.out).toMatch(/ fix: \S/);
    const json = await diff(...options, '--format', 'json');
    expect([json.code, JSON.parse(json.out)]).toMatchObject([
      code,
      { ok: false, exitCode: code, findings: [{ id, fix: expect.stringMatching(/./) as string }] },
    ]);
  });

  it('writes the diffs and the history without options of a comparison', async () => {
    const { code, out } = await diff();
    expect([code, out.includes('root/history.md')]).toEqual([0, true]);
    expect(directory.list()).toEqual(
      expect.arrayContaining(['root/diffs/1.1.0.json', 'root/diffs/2.0.0.json', 'root/history.json']),
    );
  });
});

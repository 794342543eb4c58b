import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { acquire, type AcquireRequest } from './acquire';
import { runTarget } from './run-target';
import { type FakeNpm, installFakeNpm, restorePathAfterEach } from './testing/fake-npm';

const LOCK = 'root/artifacts.lock.json';
const PROGRAM = '.fixpoint/artifacts/1.0.0/here/bin/tool';
const PIN = { version: '1.0.0', triple: 'here', pin: 'tool-here@1.0.0' };

const RULES = {
  rules_schema_version: 2,
  tool: { name: 'tool' },
  targets: {
    here: {
      platform: process.platform === 'darwin' ? 'macos' : 'linux',
      required: true,
      binary: { package: 'tool-here', files: ['bin/*'] },
    },
    bare: { platform: 'windows' },
  },
};

const HELP = 'A tool\\n\\nUsage: tool [OPTIONS]\\n\\nOptions:\\n  -h, --help  Print help\\n';

describe('acquire', () => {
  const directory = tempDirectory();
  restorePathAfterEach();
  let npm: FakeNpm;

  beforeEach(async () => {
    directory.write('root/RULES.json', JSON.stringify(RULES));
    mkdirSync(join(directory.path, 'npm'));
    npm = await installFakeNpm(join(directory.path, 'npm'), {
      'bin/tool': `#!/bin/sh\n[ "$1" = --version ] && echo tool 1.0.0 || printf '${HELP}'\n`,
    });
  });

  const run = (request: Partial<AcquireRequest> = {}) =>
    acquire({ root: 'root', base: directory.path, ...request });
  const summary = ({ outcome, findings, written, compared }: Verdict) => ({
    outcome,
    ids: findings.map(({ id }) => id),
    written,
    compared,
  });

  it('pins a package, and then has no need to fetch it', async () => {
    expect(summary(await run(PIN))).toEqual({
      outcome: 'clean',
      ids: [],
      written: ['artifacts.lock.json'],
      compared: 1,
    });
    const { artifacts } = JSON.parse(directory.read(LOCK)) as { artifacts: object[] };
    expect(artifacts).toMatchObject([
      {
        version: '1.0.0',
        target: 'here',
        source: 'npm',
        package: 'tool-here@1.0.0',
        binary: { file: 'bin/tool' },
      },
    ]);
    expect(summary(await run())).toEqual({ outcome: 'clean', ids: [], written: [], compared: 1 });
    expect(npm.asked()).toEqual(['tool-here@1.0.0']);
  });

  it('pins the assets that the marker names for its targets', async () => {
    expect(summary(await run({ version: '1.0.0', pin: true }))).toMatchObject({
      outcome: 'usage',
      ids: ['acquire/no-assets'],
    });
    const here = { ...RULES.targets.here, asset: 'tool-here@{version}' };
    const there = { platform: 'windows', binary: { files: ['tool.exe'] }, asset: 'tool-there@{version}' };
    directory.write(
      'root/RULES.json',
      JSON.stringify({ ...RULES, targets: { here, there, bare: RULES.targets.bare } }),
    );
    // The other package holds no tool.exe; its target is not required.
    const { outcome, findings } = await run({ version: '1.0.0', pin: true });
    expect([outcome, findings.map(({ severity, message }) => [severity, message])]).toEqual([
      'clean',
      [['warning', 'there: tool-there@1.0.0 holds no file like tool.exe']],
    ]);
    expect(JSON.parse(directory.read(LOCK))).toMatchObject({
      artifacts: [{ target: 'here', package: 'tool-here@1.0.0' }],
    });
    expect(await run({ version: '1.0.0', triple: 'bare', pin: true })).toMatchObject({ outcome: 'usage' });
    directory.write(
      'root/RULES.json',
      JSON.stringify({ ...RULES, targets: { here: { ...here, binary: there.binary } } }),
    );
    expect(await run({ version: '1.1.0', pin: true })).toMatchObject({ outcome: 'environment' });
  });

  it('fetches what is pinned and gone or changed', async () => {
    await run(PIN);
    const locked = directory.read(LOCK);
    directory.write(`root/${PROGRAM}`, 'other');
    expect(summary(await run())).toEqual({ outcome: 'clean', ids: [], written: [PROGRAM], compared: 1 });
    expect(directory.read(`root/${PROGRAM}`)).toContain('echo tool 1.0.0');
    expect([directory.read(LOCK), npm.asked()]).toEqual([locked, ['tool-here@1.0.0', 'tool-here@1.0.0']]);
  });

  it('gives the binary that a snapshot measures', async () => {
    await run(PIN);
    const verdict = await runTarget({
      target: 'snapshot',
      root: 'root',
      base: directory.path,
      version: '1.0.0',
    });
    expect(verdict).toMatchObject({ outcome: 'clean', written: ['snapshots/1.0.0/here.json'] });
  });

  it('keeps the other entries and the schema of the lock file', async () => {
    await run(PIN);
    const { artifacts } = JSON.parse(directory.read(LOCK)) as { artifacts: object[] };
    directory.write(LOCK, JSON.stringify({ $schema: './lock.json', lock_version: 1, artifacts }));
    await run({ ...PIN, version: '0.9.0' });
    await run({ ...PIN, pin: 'tool-here@1.0.1' });
    const lock = JSON.parse(directory.read(LOCK)) as { artifacts: { version: string; package: string }[] };
    expect(lock).toMatchObject({ $schema: './lock.json', lock_version: 1 });
    expect(lock.artifacts.map(({ version, package: spec }) => [version, spec])).toEqual([
      ['0.9.0', 'tool-here@1.0.0'],
      ['1.0.0', 'tool-here@1.0.1'],
    ]);
  });

  it('takes one version or target only, and says when nothing is pinned of it', async () => {
    expect(summary(await run())).toMatchObject({ outcome: 'usage', ids: ['acquire/nothing-pinned'] });
    await run(PIN);
    await run({ ...PIN, version: '0.9.0' });
    expect(await run({ version: '0.9.0' })).toMatchObject({ outcome: 'clean', compared: 1 });
    const { outcome, findings } = await run({ version: '2.0.0', triple: 'here' });
    expect([outcome, findings[0]?.message]).toEqual([
      'usage',
      'artifacts.lock.json pins nothing of 2.0.0 for here',
    ]);
  });

  it.each([
    ['no version', { ...PIN, version: undefined }],
    ['no target', { ...PIN, triple: undefined }],
    ['a target that there is not', { ...PIN, triple: 'there' }],
    ['a target without binary', { ...PIN, triple: 'bare' }],
    ['a target named like a property of every object', { ...PIN, triple: 'constructor' }],
    ['a range', { ...PIN, pin: 'tool-here@^1.0.0' }],
    ['no exact version', { ...PIN, pin: 'tool-here' }],
    ['an option in place of a package', { ...PIN, pin: '--registry=http://localhost/@1.0.0' }],
  ])('does not pin with %s', async (_name, request) => {
    expect(summary(await run(request))).toMatchObject({ outcome: 'usage', ids: ['acquire/incomplete-pin'] });
    expect([npm.asked(), directory.list().filter((path) => path === LOCK)]).toEqual([[], []]);
  });

  it.each(['..', '../../..', 'a/b'])('does not pin below a directory that is none: %s', async (version) => {
    directory.write('root/keep', 'me');
    expect(summary(await run({ ...PIN, version }))).toMatchObject({
      outcome: 'usage',
      ids: ['usage/directory-name'],
    });
    expect([npm.asked(), directory.read('root/keep')]).toEqual([[], 'me']);
  });

  it('tells what is wrong with the lock file, and fetches nothing', async () => {
    directory.write(LOCK, '{"lock_version": 1, "artifacts": [{"version": "../.."}]}');
    const { outcome, findings } = await run();
    expect(outcome).toBe('usage');
    expect(findings.map(({ file, path }) => [file, path]).slice(0, 2)).toEqual([
      ['artifacts.lock.json', '/artifacts/0/source'],
      ['artifacts.lock.json', '/artifacts/0/version'],
    ]);
    expect(npm.asked()).toEqual([]);
  });

  it('ends in the environment when the registry gives other bytes than were pinned', async () => {
    await run(PIN);
    const before = directory.read(LOCK);
    directory.write(LOCK, before.replace(/"sha256": "[0-9a-f]{64}"/, `"sha256": "${'0'.repeat(64)}"`));
    directory.write(`root/${PROGRAM}`, 'other');
    const { outcome, findings } = await run();
    expect(outcome).toBe('environment');
    expect(findings).toMatchObject([{ id: 'environment/tool-error', file: 'artifacts.lock.json' }]);
    expect(findings[0]?.message).toMatch(/^the archive of tool-here@1\.0\.0 has sha256 /);
    expect(directory.read(`root/${PROGRAM}`)).toBe('other');
  });

  it('does not throw for a root that cannot be read', async () => {
    expect(await run({ root: 'nowhere' })).toMatchObject({ outcome: 'environment' });
    directory.write('root/RULES.json', '{');
    expect(await run()).toMatchObject({ outcome: 'usage', findings: [{ file: 'RULES.json' }] });
  });
});

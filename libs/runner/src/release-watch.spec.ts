import { chmodSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { releaseWatch, type ReleaseWatchRequest } from './release-watch';
import { renderReleaseWatch } from './render-release-watch';

const NPM = { source: 'npm', package: '@scope/tool' };

describe('releaseWatch', () => {
  const directory = tempDirectory();
  const environment = { ...process.env };
  afterEach(() => {
    process.env['PATH'] = environment['PATH'];
    delete process.env['GITHUB_API_URL'];
  });

  function writeRoot(release: unknown, ...snapshots: readonly string[]): void {
    const rules = {
      rules_schema_version: 2,
      tool: { name: 'tool' },
      targets: { here: { platform: 'linux', required: true } },
      release,
    };
    directory.write('root/RULES.json', JSON.stringify(rules));
    for (const version of snapshots) directory.write(`root/snapshots/${version}/here.json`, '{}');
  }

  function publishToNpm(answer: unknown, exitCode = 0): void {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    const program = `#!/bin/sh\n[ "$*" = "view @scope/tool versions --json --loglevel=error" ] || exit 9\ncat <<'E'\n${text}\nE\nexit ${exitCode}\n`;
    chmodSync(directory.write('npm/npm', program), 0o755);
    process.env['PATH'] = `${join(directory.path, 'npm')}${delimiter}${environment['PATH'] ?? ''}`;
  }

  const watch = (request: Partial<ReleaseWatchRequest> = {}) =>
    releaseWatch({ root: 'root', base: directory.path, ...request });

  const PUBLISHED = ['0.9.0', '1.0.0', '1.1.0-alpha.1', '1.1.0-linux-x64', '1.1.0', '1.2.0-beta', '1.10.0'];

  it('lists the versions of npm that are newer than the newest snapshot, the newest first', async () => {
    writeRoot(NPM, '0.9.0', '1.0.0');
    publishToNpm(PUBLISHED);
    const { verdict, watch: found } = await watch();
    expect(verdict).toMatchObject({ outcome: 'clean', findings: [], written: [] });
    expect(found).toEqual({
      root: 'root',
      tool: 'tool',
      source: 'npm',
      name: '@scope/tool',
      newest_snapshotted: '1.0.0',
      newest: '1.10.0',
      new_versions: [
        { version: '1.10.0', tag: '1.10.0', prerelease: false },
        { version: '1.1.0', tag: '1.1.0', prerelease: false },
      ],
    });
  });

  it('lists prereleases when they are asked for, and never builds for one platform', async () => {
    writeRoot(NPM, '1.1.0-alpha.0');
    publishToNpm(PUBLISHED);
    const { watch: found } = await watch({ prereleases: true });
    expect(found?.new_versions.map(({ version }) => version)).toEqual([
      '1.10.0',
      '1.2.0-beta',
      '1.1.0',
      '1.1.0-alpha.1',
    ]);
  });

  it('lists every version of a root without snapshots, and nothing of one that has the newest', async () => {
    writeRoot(NPM);
    publishToNpm('1.0.0'.replace(/.*/, '"$&"'));
    expect((await watch()).watch).toMatchObject({ newest_snapshotted: null, newest: '1.0.0' });
    writeRoot(NPM, '1.0.0');
    expect((await watch()).watch).toMatchObject({
      newest_snapshotted: '1.0.0',
      newest: null,
      new_versions: [],
    });
  });

  it('asks GitHub for the releases of a repository', async () => {
    const server = createServer((_request, response) =>
      response.end(
        JSON.stringify([
          { tag_name: 'rust-v2.0.0' },
          { tag_name: 'rust-v3.0.0', prerelease: true },
          { tag_name: 'other' },
        ]),
      ),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    process.env['GITHUB_API_URL'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    writeRoot({ source: 'github', repo: 'owner/tool', tag_pattern: '^rust-v(?<version>.+)$' }, '1.0.0');
    const { watch: found } = await watch();
    writeRoot({ source: 'github', repo: 'owner/tool' }, '1.0.0');
    const { verdict } = await watch();
    server.close();
    expect(found?.new_versions).toEqual([{ version: '2.0.0', tag: 'rust-v2.0.0', prerelease: false }]);
    expect(verdict).toMatchObject({
      outcome: 'usage',
      findings: [
        {
          id: 'release-watch/no-version',
          message: 'owner/tool has 3 releases, none of them a version of the tool',
          actual: 'rust-v2.0.0, rust-v3.0.0, other',
        },
      ],
    });
  });

  it('says what is missing', async () => {
    writeRoot(undefined);
    expect((await watch()).verdict).toMatchObject({
      outcome: 'usage',
      findings: [{ id: 'release-watch/no-release' }],
    });
    expect((await watch({ root: 'nowhere' })).verdict).toMatchObject({ outcome: 'environment' });
    writeRoot({ source: 'npm', package: '--registry=x' });
    expect((await watch()).verdict).toMatchObject({ outcome: 'usage', findings: [{ file: 'RULES.json' }] });
    writeRoot({ ...NPM, tag_pattern: '(' });
    expect((await watch()).verdict).toMatchObject({
      outcome: 'usage',
      findings: [{ path: '/release/tag_pattern' }],
    });
  });

  it('ends in the environment when the registry cannot be asked or answers otherwise', async () => {
    writeRoot(NPM);
    publishToNpm('npm error code ENOTFOUND', 1);
    const offline = await watch();
    expect(offline).toMatchObject({ verdict: { outcome: 'environment' } });
    expect(offline.verdict.findings[0]?.message).toContain('npm view @scope/tool failed (exit 1)');
    publishToNpm('<html>');
    expect((await watch()).verdict).toMatchObject({ outcome: 'environment' });
  });
});

describe('renderReleaseWatch', () => {
  const found = {
    root: 'root',
    tool: 'tool',
    source: 'npm',
    name: '@scope/tool',
    newest_snapshotted: '1.0.0',
    newest: '1.1.0',
    new_versions: [{ version: '1.1.0', tag: '1.1.0', prerelease: false }],
  } as const;
  const none = { ...found, newest: null, new_versions: [] };

  it('prints a text for people', () => {
    expect(renderReleaseWatch(found, 'text')).toBe(
      'tool (npm @scope/tool): 1 newer; the newest snapshot is of 1.0.0\n  1.1.0\n',
    );
    expect(renderReleaseWatch({ ...none, newest_snapshotted: null }, 'text')).toBe(
      'tool (npm @scope/tool): nothing newer; no version has a snapshot\n',
    );
    const many = Array.from({ length: 25 }, () => found.new_versions[0]);
    expect(renderReleaseWatch({ ...found, new_versions: many }, 'text')).toContain('\n  and 5 older (');
  });

  it('prints lines for the output of a step, none of which is open to injection', () => {
    expect(renderReleaseWatch(found, 'github')).toBe('has_new=true\nnewest=1.1.0\nversions=["1.1.0"]\n');
    expect(renderReleaseWatch(none, 'github')).toBe('has_new=false\nnewest=\nversions=[]\n');
  });

  it('prints JSON', () => {
    expect(JSON.parse(renderReleaseWatch(found, 'json'))).toEqual(found);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { LockedArtifact } from '@fixpoint/artifact-lock';
import { ToolError } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { acquireArtifact, artifactDirectory, isAcquired, pinArtifact } from './acquire-artifact';
import { type ArchiveContent, buildArchive, digestOf, digestOfFile } from './testing/archive';
import { type FakeNpm, installFakeNpm, restorePathAfterEach } from './testing/fake-npm';

const PROGRAM = '#!/bin/sh\necho tool 1.2.3\n';
const CONTENT: ArchiveContent = { files: { 'bin/tool': PROGRAM, 'package.json': '{}' } };
const PLACE = { version: '1.2.3', target: 'linux' };
const ORIGIN = { source: 'npm', package: 'tool@1.2.3' } as const;
const PIN = { ...PLACE, origin: ORIGIN, files: ['bin/*'] };

type NpmArtifact = Extract<LockedArtifact, { source: 'npm' }>;

// Processes are started that read the sources of the product first.
jest.setTimeout(60_000);

describe('artifacts of npm packages', () => {
  const directory = tempDirectory();
  restorePathAfterEach();

  const root = () => join(directory.path, 'root');
  const filesOfRoot = () => directory.list().filter((path) => path.startsWith('root/'));

  async function offer(content: ArchiveContent = CONTENT): Promise<{ archive: string; npm: FakeNpm }> {
    const archive = await buildArchive(join(directory.path, 'made'), content);
    return { archive, npm: installFakeNpm(join(directory.path, 'npm'), { archive }) };
  }

  function locked(archive: string, changes: Partial<NpmArtifact> = {}): NpmArtifact {
    return {
      ...PLACE,
      ...ORIGIN,
      archive: digestOfFile(archive),
      binary: { ...digestOf(PROGRAM), file: 'bin/tool' },
      ...changes,
    };
  }

  it('are fetched, verified and put in place, with a program that can run', async () => {
    const { archive, npm } = await offer();
    await acquireArtifact(root(), locked(archive));
    expect(npm.calls()).toEqual(['pack tool@1.2.3']);
    expect(filesOfRoot()).toEqual([
      'root/.fixpoint/artifacts/1.2.3/linux/bin/tool',
      'root/.fixpoint/artifacts/1.2.3/linux/package.json',
    ]);
    const program = join(artifactDirectory(root(), PLACE), 'bin/tool');
    expect(readFileSync(program, 'utf8')).toBe(PROGRAM);
    expect(statSync(program).mode & 0o777).toBe(0o755);
  });

  it('replace another artifact of the same place as a whole', async () => {
    const { archive } = await offer();
    directory.write('root/.fixpoint/artifacts/1.2.3/linux/old/file', 'old');
    await acquireArtifact(root(), locked(archive));
    expect(filesOfRoot()).not.toContain('root/.fixpoint/artifacts/1.2.3/linux/old/file');
  });

  it('count as acquired only with the pinned bytes', async () => {
    const { archive } = await offer();
    const artifact = locked(archive);
    expect(await isAcquired(root(), artifact)).toBe(false);
    await acquireArtifact(root(), artifact);
    expect(await isAcquired(root(), artifact)).toBe(true);
    writeFileSync(join(artifactDirectory(root(), PLACE), 'bin/tool'), PROGRAM.replace('1', '2'));
    expect(await isAcquired(root(), artifact)).toBe(false);
  });

  it.each([
    ['archive', 'the archive of tool@1.2.3 has sha256'],
    ['binary', 'bin/tool of tool@1.2.3 has sha256'],
  ] as const)(
    'leave nothing behind when the digest of the %s differs [FP-SEC-005]',
    async (part, message) => {
      const { archive } = await offer();
      const artifact = locked(archive);
      const wrong = { ...artifact, [part]: { ...artifact[part], sha256: '0'.repeat(64) } };
      await expect(acquireArtifact(root(), wrong)).rejects.toThrow(message);
      await expect(acquireArtifact(root(), wrong)).rejects.toBeInstanceOf(ToolError);
      expect(filesOfRoot()).toEqual([]);
    },
  );

  it('leave the artifact that was there when another one is refused', async () => {
    const { archive } = await offer();
    await acquireArtifact(root(), locked(archive));
    const before = filesOfRoot();
    const wrong = locked(archive, { archive: { sha256: '0'.repeat(64), size_bytes: 1 } });
    await expect(acquireArtifact(root(), wrong)).rejects.toThrow(ToolError);
    expect(filesOfRoot()).toEqual(before);
  });

  it('need the file that is pinned', async () => {
    const { archive } = await offer();
    const artifact = locked(archive, { binary: { ...digestOf(PROGRAM), file: 'bin/other' } });
    await expect(acquireArtifact(root(), artifact)).rejects.toThrow(
      new ToolError('tool@1.2.3 holds no file bin/other'),
    );
    expect(filesOfRoot()).toEqual([]);
  });

  it('do not take what a killed run left for an artifact, and clear it away', async () => {
    const { archive } = await offer();
    const artifact = locked(archive);
    // No process has the highest id there can be.
    const stray = 'root/.fixpoint/artifacts/.staging-4194305-x/package/bin/tool';
    directory.write(stray, PROGRAM.slice(0, 5));
    expect(await isAcquired(root(), artifact)).toBe(false);
    await acquireArtifact(root(), artifact);
    expect(filesOfRoot()).not.toContain(stray);
    expect(await isAcquired(root(), artifact)).toBe(true);
  });

  it('are not there in half after their fetching was killed', async () => {
    installFakeNpm(join(directory.path, 'npm'), { half: true });
    const program = `require(${JSON.stringify(join(__dirname, 'acquire-artifact'))}).pinArtifact(${JSON.stringify(root())}, ${JSON.stringify(PIN)})`;
    const child = spawn(process.execPath, ['-r', '@swc-node/register', '-e', program], {
      env: { ...process.env, TS_NODE_PROJECT: join(__dirname, '../../../tsconfig.base.json') },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    const isHalf = () => existsSync(root()) && filesOfRoot().some((path) => path.endsWith('package.tgz'));
    while (!isHalf() && child.exitCode === null) await setTimeout(20);
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(existsSync(artifactDirectory(root(), PLACE))).toBe(false);

    await offer();
    await pinArtifact(root(), PIN);
    expect(filesOfRoot()).toHaveLength(2);
    expect(filesOfRoot().filter((path) => path.includes('.staging-'))).toEqual([]);
  });

  it('leave alone what another process is fetching', async () => {
    const { archive } = await offer();
    const other = `root/.fixpoint/artifacts/.staging-${process.ppid}-x/package.tgz`;
    directory.write(other, 'half');
    await acquireArtifact(root(), locked(archive));
    expect(filesOfRoot()).toContain(other);
  });

  it('can be fetched at the same time', async () => {
    const { archive } = await offer();
    const places = ['a', 'b', 'c'].map((target) => locked(archive, { target }));
    await Promise.all(places.map((artifact) => acquireArtifact(root(), artifact)));
    for (const artifact of places) expect(await isAcquired(root(), artifact)).toBe(true);
    expect(filesOfRoot()).toHaveLength(6);
  });

  it('come without the links of their package [FP-SEC-004]', async () => {
    const { archive } = await offer({ ...CONTENT, links: { 'bin/link': '/etc/passwd', out: '../../..' } });
    await acquireArtifact(root(), locked(archive));
    expect(filesOfRoot().map((path) => path.split('linux/')[1])).toEqual(['bin/tool', 'package.json']);
  });

  it.each(['package/../../../escaped', 'package/bin/../../../../escaped'])(
    'are refused when an entry leads out of the package: %s [FP-SEC-004]',
    async (name) => {
      const { archive } = await offer({
        files: { ...CONTENT.files, escaped: 'x' },
        renamed: { escaped: name },
      });
      await expect(acquireArtifact(root(), locked(archive))).rejects.toThrow(
        /^package\.tgz cannot be unpacked: .*\.\./,
      );
      expect(directory.list().filter((path) => path.endsWith('escaped'))).toEqual([
        'made/source/package/escaped',
      ]);
      expect(filesOfRoot()).toEqual([]);
    },
  );

  it('are refused when their archive is cut off', async () => {
    const { archive } = await offer({ files: { 'bin/tool': 'x'.repeat(100_000), 'package.json': '{}' } });
    writeFileSync(archive, readFileSync(archive).subarray(0, 120));
    await expect(pinArtifact(root(), PIN)).rejects.toThrow(ToolError);
    expect(filesOfRoot()).toEqual([]);
  });

  describe('that are to be pinned', () => {
    it('give the entry that they are acquired by from now on', async () => {
      const { archive } = await offer();
      const entry = await pinArtifact(root(), PIN);
      expect(entry).toEqual(locked(archive));
      expect(await isAcquired(root(), entry)).toBe(true);
    });

    it('take the first file by name where several match', async () => {
      await offer({ files: { 'bin/b': 'b', 'bin/a': 'a' } });
      expect((await pinArtifact(root(), PIN)).binary.file).toBe('bin/a');
    });

    it('need a file that matches', async () => {
      await offer();
      await expect(pinArtifact(root(), { ...PIN, files: ['dist/*', '*.exe'] })).rejects.toThrow(
        new ToolError('tool@1.2.3 holds no file like dist/*, *.exe'),
      );
      expect(filesOfRoot()).toEqual([]);
    });
  });

  describe('npm', () => {
    it('that refuses is quoted without its stack', async () => {
      const failure =
        'npm error code E404\nnpm error 404 Not Found\nnpm error     at Object.get (x.js:1:1)\nnpm error }\n';
      installFakeNpm(join(directory.path, 'npm'), { failure });
      await expect(pinArtifact(root(), PIN)).rejects.toThrow(
        new ToolError('npm pack tool@1.2.3 failed (exit 1): code E404; 404 Not Found'),
      );
      expect(filesOfRoot()).toEqual([]);
    });

    it('that writes nothing is an error', async () => {
      installFakeNpm(join(directory.path, 'npm'), {});
      await expect(pinArtifact(root(), PIN)).rejects.toThrow('npm pack tool@1.2.3 wrote no archive');
    });

    it('that is not there is an error that says so', async () => {
      mkdirSync(join(directory.path, 'empty'));
      process.env['PATH'] = join(directory.path, 'empty');
      await expect(pinArtifact(root(), PIN)).rejects.toMatchObject({
        message: 'npm could not be started',
        fix: 'install npm, or put it on PATH',
      });
      expect(existsSync(artifactDirectory(root(), PLACE))).toBe(false);
    });
  });
});

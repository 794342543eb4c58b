import { BINARY, demoManifest, demoPorts, elfHead, failureFindings, LINUX, take } from './testing/fake-root';
import { fakeTool, type FakeTool } from './testing/fake-tool';
import type { ProcessRequest } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';

const MAC = 'aarch64-apple-darwin';
const ARM = 'aarch64-unknown-linux-musl';
const DEMO: FakeTool = { name: 'demo', version: '1.2.3' };
const SCRIPT = '#!/bin/sh\n';
const PACKAGED = {
  package: '@demo/linux',
  via: [['@demo/sdk', '@demo/tool']],
  files: ['vendor/*/bin/demo'],
  runner: [],
};

function versions(byPath: Readonly<Record<string, string>>) {
  return (request: ProcessRequest) => {
    const path = [request.command, ...request.args].find((word) => byPath[word] !== undefined) ?? '';
    return fakeTool({ ...DEMO, version: byPath[path] ?? '0.0.0' })({
      ...request,
      args: request.args.slice(request.args.indexOf(path) + 1),
    });
  };
}

function installed(version: string, directory: string, name = '@demo/linux') {
  return { name, version, directory: `${directory}/node_modules/${name}` };
}

async function taken(...args: Parameters<typeof take>): Promise<string[]> {
  return (await take(...args)).artifacts.map(({ path }) =>
    path.replace('snapshots/', '').replace('.json', ''),
  );
}

describe('choice of executables', () => {
  const own = '/workspace/node_modules/@demo/linux/vendor/x/bin/demo';
  const nested =
    '/workspace/node_modules/@demo/sdk/node_modules/@demo/tool/node_modules/@demo/linux/vendor/x/bin/demo';
  const packaged = demoManifest({ binaries: { [LINUX]: PACKAGED } });
  const packagedWorld = {
    binaries: { [own]: elfHead(), [nested]: elfHead() },
    packages: [
      installed('2.0.0-linux-x64', '/workspace'),
      installed('9.9.9', '/workspace', '@demo/sdk'),
      installed('1.0.0', '/workspace/node_modules/@demo/sdk', '@demo/tool'),
      installed('1.0.0-linux-x64', '/workspace/node_modules/@demo/sdk/node_modules/@demo/tool'),
    ],
    processes: versions({ [own]: '2.0.0', [nested]: '1.0.0' }),
  };

  it('takes the package that the root sees, in the version that it has', async () => {
    expect(await taken(demoPorts(DEMO, packagedWorld), packaged)).toEqual([`2.0.0/${LINUX}`]);
  });

  it('takes what the system has under the name of a command', async () => {
    const manifest = demoManifest({
      binaries: { [LINUX]: { command: 'demo', via: [], files: [], runner: [] } },
    });
    const world = {
      binaries: { '/usr/bin/demo': elfHead() },
      processes: versions({ '/usr/bin/demo': '3.0.0' }),
    };
    const commands = { demo: '/usr/bin/demo' };
    expect(await taken(demoPorts(DEMO, { ...world, commands }), manifest)).toEqual([`3.0.0/${LINUX}`]);
  });

  it('finds another version through the packages that depend on it', async () => {
    expect(await taken(demoPorts(DEMO, packagedWorld), packaged, { version: '1.0.0' })).toEqual([
      `1.0.0/${LINUX}`,
    ]);
  });

  it('finds what was acquired, and of several versions the newest', async () => {
    const at = (version: string) => `.fixpoint/artifacts/${version}/${LINUX}/package/vendor/x/bin/demo`;
    const paths = ['1.9.0', '1.10.0'].map((version) => `/workspace/${at(version)}`) as [string, string];
    const world = {
      files: { [at('1.9.0')]: '', [at('1.10.0')]: '' },
      binaries: { [paths[0]]: elfHead(), [paths[1]]: elfHead() },
      processes: versions({ [paths[0]]: '1.9.0', [paths[1]]: '1.10.0' }),
    };
    expect(await taken(demoPorts(DEMO, world), packaged)).toEqual([`1.10.0/${LINUX}`]);
    expect(await taken(demoPorts(DEMO, world), packaged, { version: '1.9.0' })).toEqual([`1.9.0/${LINUX}`]);
  });

  it('does not trust a place that claims a version', async () => {
    const world = { ...packagedWorld, processes: versions({ [own]: '2.0.0-alpha.1', [nested]: '1.0.0' }) };
    expect(await failureFindings(demoPorts(DEMO, world), packaged, { version: '2.0.0' })).toMatchObject({
      outcome: 'environment',
      findings: [{ id: 'snapshot/version-mismatch', expected: '2.0.0', actual: '2.0.0-alpha.1' }],
    });
  });

  describe('of several targets', () => {
    const arm = '/opt/demo/demo-arm';
    const several = (runner: readonly string[] = []): Manifest =>
      demoManifest({
        targets: {
          required: LINUX,
          expected: [LINUX, ARM, MAC],
          platforms: { [LINUX]: 'linux', [ARM]: 'linux', [MAC]: 'macos' },
        },
        binaries: {
          [LINUX]: { path: BINARY, via: [], files: [], runner: [] },
          [ARM]: { path: arm, via: [], files: [], runner },
        },
      });
    const binaries = { [BINARY]: elfHead(), [arm]: elfHead(0xb7) };

    it('takes those that run here, natively or by a runner that is there', async () => {
      const commands = { 'qemu-aarch64-static': '/usr/bin/qemu-aarch64-static' };
      const processes = versions({ [BINARY]: '1.2.3', [arm]: '1.2.3' });
      expect(await taken(demoPorts(DEMO, { binaries }), several())).toEqual([`1.2.3/${LINUX}`]);
      expect(await taken(demoPorts(DEMO, { binaries }), several(['qemu-aarch64-static']))).toEqual([
        `1.2.3/${LINUX}`,
      ]);
      const ports = demoPorts(DEMO, { binaries, commands, processes });
      const { snapshots } = await take(ports, several(['qemu-aarch64-static', '-L', '/sysroot']));
      expect(snapshots.map(({ binary }) => [binary.target_triple, binary.platform.arch])).toEqual([
        [ARM, 'aarch64'],
        [LINUX, 'x86_64'],
      ]);
      const emulated = ports.requests.filter(({ command }) => command.endsWith('static'));
      expect(emulated[0]?.args).toEqual(['-L', '/sysroot', arm, '--version']);
    });

    it('takes one version only', async () => {
      const processes = versions({ [BINARY]: '1.2.3', [arm]: '1.2.4' });
      const commands = { qemu: '/usr/bin/qemu' };
      expect(await taken(demoPorts(DEMO, { binaries, commands, processes }), several(['qemu']))).toEqual([
        `1.2.3/${LINUX}`,
      ]);
    });

    it('fails for one that was asked for and does not run here', async () => {
      expect(
        await failureFindings(demoPorts(DEMO, { binaries }), several(['qemu']), { target: ARM }),
      ).toMatchObject({
        outcome: 'environment',
        findings: [
          {
            id: 'snapshot/binary-not-runnable',
            message: expect.stringContaining('qemu is not on PATH') as string,
          },
        ],
      });
    });
  });

  describe('the user names', () => {
    const named = '/home/me/bin/demo';

    it('is filed under the target that its header fits', async () => {
      const ports = demoPorts(DEMO, { binaries: { [named]: elfHead() } });
      expect(await taken(ports, demoManifest(), { binary: named })).toEqual([`1.2.3/${LINUX}`]);
    });

    it('must not contradict the target', async () => {
      const ports = demoPorts(DEMO, { binaries: { [named]: elfHead() } });
      expect(await failureFindings(ports, demoManifest(), { binary: named, target: MAC })).toMatchObject({
        outcome: 'usage',
        findings: [
          {
            id: 'snapshot/binary-target-mismatch',
            file: '../home/me/bin/demo',
            message: expect.stringContaining('an ELF executable for linux x86_64 (static)') as string,
          },
        ],
      });
    });

    it('must be named with its target when it is a script', async () => {
      const ports = () => demoPorts(DEMO, { binaries: { [named]: SCRIPT } });
      expect(await failureFindings(ports(), demoManifest(), { binary: named })).toMatchObject({
        outcome: 'usage',
        findings: [
          {
            id: 'snapshot/binary-target-unknown',
            fix: `fixpoint snapshot --root libs/demo --target ${LINUX} --binary ${named}`,
          },
        ],
      });
      const { snapshots } = await take(ports(), demoManifest(), { binary: named, target: MAC });
      expect(snapshots[0]?.binary).toMatchObject({
        target_triple: MAC,
        platform: { os: 'macos', arch: 'aarch64' },
      });
    });

    it('must have the version that is wanted', async () => {
      const ports = demoPorts(DEMO, { binaries: { [named]: elfHead() } });
      expect(await failureFindings(ports, demoManifest(), { binary: named, version: '9.0.0' })).toMatchObject(
        {
          outcome: 'usage',
          findings: [{ id: 'snapshot/version-mismatch', expected: '9.0.0', actual: '1.2.3' }],
        },
      );
    });
  });

  it.each([
    ['absent', { problem: 'absent' }, 'snapshot/binary-missing'],
    ['a directory', { problem: 'not-a-file' }, 'snapshot/binary-not-a-file'],
    ['not executable', { problem: 'not-executable' }, 'snapshot/binary-not-executable'],
    ['of no known format', 'hello', 'snapshot/binary-unknown-format'],
    ['for another architecture', elfHead(0xb7), 'snapshot/binary-target-mismatch'],
  ] as const)('fails when the configured file is %s', async (_, binary, id) => {
    const marker = JSON.stringify({ targets: { [LINUX]: { binary: { path: BINARY } } } }, null, 2);
    const ports = demoPorts(DEMO, { binaries: { [BINARY]: binary }, files: { 'RULES.json': marker } });
    expect(await failureFindings(ports)).toMatchObject({
      outcome: 'environment',
      findings: [
        {
          id,
          severity: 'error',
          file: 'RULES.json',
          path: `/targets/${LINUX}/binary`,
          position: { line: 4, column: 7 },
        },
      ],
    });
    expect(ports.requests).toEqual([]);
  });

  it.each([
    ['fails', { exitCode: 1 }, 'exit code 1'],
    ['hangs', { status: 'timeout' }, 'no answer after 1000 ms'],
    ['does not start', { status: 'not-started', startError: 'EACCES' }, 'could not be started: EACCES'],
    ['names no version', { stdout: 'demo, the tool' }, 'no semantic version in "demo, the tool"'],
  ] as const)('fails when --version %s', async (_, answer, detail) => {
    expect(await failureFindings(demoPorts(DEMO, { processes: () => answer }))).toMatchObject({
      outcome: 'environment',
      findings: [{ id: 'snapshot/version-failed', message: expect.stringContaining(detail) as string }],
    });
  });

  it('fails for a target that the root does not have', async () => {
    expect(
      await failureFindings(demoPorts(DEMO), demoManifest(), { target: 'sparc-sun-solaris' }),
    ).toMatchObject({
      outcome: 'usage',
      findings: [{ id: 'snapshot/target-unexpected', expected: `${LINUX}, ${MAC}` }],
    });
  });

  describe('of a root without binaries', () => {
    const bare = demoManifest({ binaries: {} });

    it('leaves committed snapshots alone, with a note', async () => {
      const { artifacts, findings } = await take(
        demoPorts(DEMO, { files: { [`snapshots/1.0.0/${LINUX}.json`]: '{}' } }),
        bare,
      );
      expect(artifacts).toEqual([]);
      expect(findings).toMatchObject([{ id: 'snapshot/no-binary-configured', severity: 'note' }]);
    });

    it('fails when there is no snapshot either, or a target was asked for', async () => {
      expect(await failureFindings(demoPorts(DEMO), bare)).toMatchObject({
        outcome: 'usage',
        findings: [{ id: 'snapshot/no-binary-configured', severity: 'error' }],
      });
      expect(await failureFindings(demoPorts(DEMO), bare, { target: MAC })).toMatchObject({
        outcome: 'environment',
        findings: [
          { id: 'snapshot/binary-missing', message: expect.stringContaining('names none') as string },
        ],
      });
    });
  });
});

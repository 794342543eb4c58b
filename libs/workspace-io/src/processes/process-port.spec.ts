import { chmodSync, closeSync, copyFileSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessRequest } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { processState, until } from '../testing/process-state';
import { createProcessPort } from './process-port';

const SECONDS_60 = 60_000;

// Descendants live for 600 s: whoever waits for one of them fails.
jest.setTimeout(30_000);

describe('createProcessPort', () => {
  // Before the directory, whose hook takes the file away: hooks run in the order in which they are declared.
  afterEach(endDescendant);
  const directory = tempDirectory();

  /** Ends the descendant that left its group and wrote its process id to `descendant`. */
  function endDescendant(): void {
    const file = join(directory.path, 'descendant');
    if (existsSync(file)) process.kill(Number(directory.read('descendant')), 'SIGKILL');
  }

  const run = async (request: Partial<ProcessRequest>) => {
    const defaults = { command: '/bin/sh', args: [], env: { PATH: '/usr/bin:/bin' }, cwd: directory.path };
    const limits = { timeoutMs: SECONDS_60, maxBytes: 1_000_000 };
    const result = await createProcessPort().run({ ...defaults, ...limits, ...request });
    return { ...result, stdout: text(result.stdout), stderr: text(result.stderr) };
  };
  const shell = (script: string, request: Partial<ProcessRequest> = {}) =>
    run({ args: ['-c', script], ...request });
  const executable = (name: string, content: string | Uint8Array, mode = 0o755) => {
    const path = directory.write(name, content);
    chmodSync(path, mode);
    return path;
  };

  it('keeps stdout and stderr apart and gives the exit code', async () => {
    expect(await shell('echo out; echo err >&2; exit 3')).toEqual({
      status: 'exited',
      exitCode: 3,
      stdout: 'out\n',
      stderr: 'err\n',
      truncated: false,
    });
  });

  it('gives the child its own environment and directory, and an empty stdin', async () => {
    const env = { PATH: '/usr/bin:/bin', ONLY: 'this' };
    const result = await shell('cat; env | grep -v -e ^PWD= -e ^_= -e ^SHLVL= | sort; pwd', { env });
    expect(result.stdout).toBe(`ONLY=this\nPATH=/usr/bin:/bin\n${directory.path}\n`);
  });

  it('passes arguments as they are, without a shell [FP-SEC-006]', async () => {
    const script = executable('args', '#!/bin/sh\nfor a in "$@"; do echo "[$a]"; done\n');
    const result = await run({ command: script, args: ['$HOME', 'a b', '*', '; rm -rf x', ''] });
    expect(result.stdout).toBe('[$HOME]\n[a b]\n[*]\n[; rm -rf x]\n[]\n');
  });

  it('finds a name on the PATH of the request', async () => {
    executable('bin/tool', '#!/bin/sh\necho found\n');
    const env = { PATH: `relative:${join(directory.path, 'bin')}` };
    expect(await run({ command: 'tool', env })).toMatchObject({ status: 'exited', stdout: 'found\n' });
    expect(await run({ command: 'tool' })).toMatchObject({ status: 'not-started', startError: 'ENOENT' });
    expect(await run({ command: 'bin/tool' })).toMatchObject({ status: 'not-started', startError: 'ENOENT' });
  });

  it('drains what comes after the limit and says so', async () => {
    const result = await shell('head -c 3000000 /dev/zero; echo done >&2', { maxBytes: 1_000 });
    expect(result).toMatchObject({ status: 'exited', exitCode: 0, truncated: true, stderr: 'done\n' });
    expect(result.stdout).toHaveLength(1_000);
    expect(await shell('printf 1234', { maxBytes: 4 })).toMatchObject({ truncated: false, stdout: '1234' });
  });

  it('keeps all of a large output', async () => {
    const result = await shell('head -c 10000000 /dev/zero', { maxBytes: 10_000_000 });
    expect(result).toMatchObject({ truncated: false });
    expect(result.stdout).toHaveLength(10_000_000);
  });

  it('says by which signal a child ended', async () => {
    expect(await shell('kill -TERM $$')).toMatchObject({ status: 'signalled', signal: 'SIGTERM' });
  });

  it('kills a child that takes too long, with its descendants, and keeps what it printed [FP-SEC-007]', async () => {
    const result = await shell('sleep 600 & echo $!; trap "" TERM; sleep 600', { timeoutMs: 1_500 });
    expect(result).toMatchObject({ status: 'timeout', truncated: false });
    expect(result).not.toHaveProperty('exitCode');
    await expectGone(Number(result.stdout));
  });

  it('kills what a child leaves behind in its group', async () => {
    const result = await shell('sleep 600 & echo $!');
    expect(result).toMatchObject({ status: 'exited', exitCode: 0 });
    await expectGone(Number(result.stdout));
  });

  it('answers at the exit although a descendant that left the group keeps the pipes', async () => {
    const result = await shell(
      "setsid sh -c 'echo $$ > descendant; exec sleep 600' & until [ -s descendant ]; do :; done; echo out",
    );
    expect(result).toMatchObject({ status: 'exited', exitCode: 0, stdout: 'out\n' });
  });

  it('answers although such a descendant never stops to write', async () => {
    const result = await shell(
      "echo out; setsid sh -c 'echo $$ > descendant; exec yes' & until [ -s descendant ]; do :; done",
    );
    expect(result).toMatchObject({ status: 'exited', exitCode: 0 });
    expect(result.stdout.startsWith('out\n')).toBe(true);
  });

  it('loses neither output nor exit when this process is busy for longer than every limit', async () => {
    const pending = shell('echo out; echo $$ > new; mv new pid; exit 4', { timeoutMs: 100 });
    const busyUntil = Date.now() + 1_200;
    while (Date.now() < busyUntil || !existsSync(join(directory.path, 'pid')));
    while (processState(Number(directory.read('pid'))) !== 'zombie');
    expect(await pending).toMatchObject({ status: 'exited', exitCode: 4, stdout: 'out\n' });
  });

  describe('a child that cannot be started', () => {
    it.each([
      ['an absent file', 'ENOENT', () => join(directory.path, 'none')],
      ['a file without permission', 'EACCES', () => executable('plain', '#!/bin/sh\n', 0o644)],
      ['a directory', 'EACCES', () => directory.path],
      ['an absent interpreter', 'ENOENT', () => executable('script', '#!/none/sh\n')],
      ['a program of another system', 'ENOEXEC', () => executable('tool.exe', 'MZ\x90\0 echo run')],
      ['a text without an interpreter', 'ENOEXEC', () => executable('text', 'echo run as a script > ran\n')],
      ['an empty file', 'ENOEXEC', () => executable('empty', '')],
    ])('for %s is a result: %s', async (_, startError, command) => {
      expect(await run({ command: command() })).toEqual({
        status: 'not-started',
        startError,
        stdout: '',
        stderr: '',
        truncated: false,
      });
      expect(existsSync(join(directory.path, 'ran'))).toBe(false);
    });

    it('for a file that is being written is a result: ETXTBSY', async () => {
      const command = join(directory.path, 'busy');
      copyFileSync('/bin/true', command);
      const descriptor = openSync(command, 'r+');
      const result = await run({ command });
      closeSync(descriptor);
      expect(result).toMatchObject({ status: 'not-started', startError: 'ETXTBSY' });
    });

    it('for arguments or an environment that no system takes is a result', async () => {
      const long = 'x'.repeat(200_000);
      expect(await run({ args: [long] })).toMatchObject({ status: 'not-started', startError: 'E2BIG' });
      expect(await run({ args: ['a\0b'] })).toMatchObject({
        status: 'not-started',
        startError: 'ERR_INVALID_ARG_VALUE',
      });
    });

    it('for an absent directory is a result', async () => {
      expect(await run({ cwd: join(directory.path, 'none') })).toMatchObject({ startError: 'ENOENT' });
    });
  });
});

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

async function expectGone(pid: number): Promise<void> {
  expect(pid).toBeGreaterThan(1);
  await until(() => processState(pid) !== 'running');
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { bundleProgram } from './testing/bundle-program';
import { processState, until } from './testing/process-state';

describe('a process that is ended while a child runs', () => {
  // If the program under test did not: before the directory goes, whose hook is declared later.
  afterEach(() => running().forEach((pid) => process.kill(pid, 'SIGKILL')));
  const directory = tempDirectory();
  const report = () => join(directory.path, 'pids');
  const pids = () => readFileSync(report(), 'utf8').trim().split(' ').map(Number);
  const running = () => (existsSync(report()) ? pids().filter((pid) => processState(pid) === 'running') : []);
  let programs: string;
  let program: string;

  beforeAll(() => {
    programs = mkdtempSync(join(tmpdir(), 'fixpoint-programs-'));
    program = bundleProgram('interrupted-runner', programs);
  });
  afterAll(() => rmSync(programs, { recursive: true }));

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s takes the child, its descendants and the scratch directory along, and ends by that signal',
    async (signal) => {
      const env = { ...process.env, TMPDIR: directory.path };
      const runner = spawn(process.execPath, [program, report()], { stdio: 'ignore', env });
      const ended = once(runner, 'exit');
      await until(() => existsSync(report()));
      const scratch = directory.read('pids.scratch');
      expect(pids()).toHaveLength(2);
      expect(running()).toEqual(pids());
      expect(existsSync(scratch)).toBe(true);
      runner.kill(signal);
      expect(await ended).toEqual([null, signal]);
      await until(() => running().length === 0);
      expect(existsSync(scratch)).toBe(false);
    },
    20_000,
  );
});

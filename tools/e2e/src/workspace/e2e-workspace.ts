import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createTempRepo, type TempRepo } from '@fixpoint/testkit';
import root from '../../../../package.json';
import { CACHE_DIRECTORY, environment } from './environment';
import { runProgram, type Ended } from './run-program';

/** How a task of a run was answered: from the cache, or by running it. */
export type TaskAnswer = 'hit' | 'ran' | 'failed';

/** A run of Nx. */
export interface NxRun extends Ended {
  /** The tasks that were run or answered, by id; the ones that were skipped are missing. */
  readonly tasks: Readonly<Record<string, TaskAnswer>>;
}

/** A workspace in a temporary folder, in which the published plugin is used as anybody would. */
export interface E2eWorkspace {
  readonly path: string;
  readonly repo: TempRepo;
  /** Runs Nx as it is installed there, with more variables if they are needed. */
  nx(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<NxRun>;
  /** Runs a line as a user pastes it into a shell. */
  paste(line: string): Promise<Ended>;
  read(path: string): string;
  exists(path: string): boolean;
  write(path: string, text: string): void;
  /** Replaces a part of a file that must be there. */
  edit(path: string, part: string, by: string): void;
  remove(path: string): void;
  /** Puts the working tree back to what is committed. */
  restore(): void;
}

/** Makes an empty workspace with nothing but Nx in it; removed after the tests. */
export function e2eWorkspace(): E2eWorkspace {
  let path: string | undefined;
  let repo: TempRepo;
  const directory = (): string => {
    if (path === undefined) throw new Error('there is a workspace only while tests run');
    return path;
  };
  const at = (file: string): string => join(directory(), file);
  const read = (file: string): string => readFileSync(at(file), 'utf8');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
    touch(at(file));
  };
  beforeAll(async () => {
    path = realpathSync.native(mkdtempSync(join(tmpdir(), 'fixpoint-e2e-')));
    repo = createTempRepo(path);
    write(
      'package.json',
      toJson({ name: 'empty', private: true, devDependencies: { nx: root.devDependencies.nx } }),
    );
    write('nx.json', toJson({ analytics: false, neverConnectToCloud: true, defaultBase: 'main' }));
    write('.gitignore', 'node_modules/\n.nx/\n');
    const { code, output } = await runProgram(['npm', 'install'], { cwd: path, env: environment(path) });
    if (code !== 0) throw new Error(`npm install failed:\n${output}`);
    repo.commit('Start with an empty workspace');
  });
  afterAll(() => rmSync(directory(), { recursive: true, force: true, maxRetries: 5 }));
  return {
    get path() {
      return directory();
    },
    get repo() {
      return repo;
    },
    async nx(args, env = {}) {
      rmSync(at(`${CACHE_DIRECTORY}/run.json`), { force: true });
      const command = [process.execPath, at('node_modules/nx/dist/bin/nx.js'), ...args];
      const ended = await runProgram(command, {
        cwd: directory(),
        env: { ...environment(directory()), ...env },
      });
      return { ...ended, tasks: readTasks(at(`${CACHE_DIRECTORY}/run.json`)) };
    },
    paste: (line) => runProgram([line], { cwd: directory(), env: environment(directory()), shell: true }),
    read,
    exists: (file) => existsSync(at(file)),
    write,
    edit(file, part, by) {
      const text = read(file);
      if (!text.includes(part)) throw new Error(`${file} does not contain ${part}`);
      write(file, text.replace(part, by));
    },
    remove: (file) => rmSync(at(file), { recursive: true }),
    restore() {
      const changed = repo.git('diff', '--name-only', '-z').split('\0').filter(Boolean);
      repo.git('checkout', '--quiet', '--', '.');
      repo.git('clean', '--force', '--quiet', '-d');
      for (const file of changed) touch(at(file));
    },
  };
}

let touched = 0;

// Nx knows a file again by its time in whole seconds, and would take one that changes twice in a second for the old one.
function touch(file: string): void {
  touched += 1;
  const time = new Date(Date.UTC(2020, 0, 1) + touched * 1000);
  utimesSync(file, time, time);
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

// What Nx itself notes of its last run; the summary it prints is for people.
function readTasks(file: string): Record<string, TaskAnswer> {
  if (!existsSync(file)) return {};
  const { tasks } = JSON.parse(readFileSync(file, 'utf8')) as {
    tasks: { taskId: string; cacheStatus: string; status: number }[];
  };
  return Object.fromEntries(
    tasks.map(({ taskId, cacheStatus, status }): [string, TaskAnswer] => [
      taskId,
      cacheStatus === 'cache-miss' ? (status === 0 ? 'ran' : 'failed') : 'hit',
    ]),
  );
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A real git repository of a test. */
export interface TempRepo {
  /** Absolute path of the working tree. */
  readonly path: string;
  /** Runs git in it and gives its stdout without the final newline; throws with stderr when git fails. */
  git(...args: readonly string[]): string;
  /** Writes a file of the working tree, parents included. */
  write(path: string, content: string | Uint8Array): void;
  /** Commits the whole working tree and gives the commit's full hash. */
  commit(message: string): string;
}

const CONFIG: Readonly<Record<string, string>> = {
  'init.defaultBranch': 'main',
  'user.name': 'Test',
  'user.email': 'test@example.invalid',
  'commit.gpgSign': 'false',
  'tag.gpgSign': 'false',
  'core.autocrlf': 'false',
  'core.hooksPath': '/dev/null',
  'gc.auto': '0',
  'protocol.allow': 'never',
  'protocol.file.allow': 'always',
};

/**
 * Makes a git repository in an existing empty directory, with the branch `main` and no commit. No configuration of the user or
 * the machine applies: nothing is signed, no hook runs, no remote but a local one can be reached, and times are fixed.
 */
export function createTempRepo(path: string): TempRepo {
  const env = gitEnvironment();
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: path, env, encoding: 'utf8', stdio: 'pipe' }).replace(/\n$/, '');
  git('init', '--quiet');
  return {
    path,
    git,
    write(file, content) {
      const absolute = join(path, file);
      mkdirSync(dirname(absolute), { recursive: true });
      writeFileSync(absolute, content);
    },
    commit(message) {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', message);
      return git('rev-parse', 'HEAD');
    },
  };
}

/** Nothing of the caller's environment but PATH: GIT_DIR of a hook, for one, would lead git to another repository. */
function gitEnvironment(): Record<string, string> {
  const date = '2024-01-01T00:00:00Z';
  const entries = Object.entries(CONFIG);
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_COUNT: String(entries.length),
    ...Object.fromEntries(
      entries.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}

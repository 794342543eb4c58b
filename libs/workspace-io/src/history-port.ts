import { posix } from 'node:path';
import { ToolError, type HistoryPort, type MergeBase } from '@fixpoint/model';
import type * as SimpleGitLibrary from 'simple-git';
import { findMoves } from './history-moves';

/** Where the default branch is looked for when no remote says which it is. */
const USUAL_BRANCHES = ['origin/main', 'origin/master', 'main', 'master'];

const NAME_A_BASE = 'name a revision where the contracts are named (breaking.base)';

/**
 * The history of the git repository that holds a directory, read by the git on PATH. Nothing is written or fetched, and the
 * library is loaded when the first question is asked.
 */
export function createHistoryPort(root: string): HistoryPort {
  let opened: Promise<Git> | undefined;
  const git = (): Promise<Git> => (opened ??= openRepository(root));
  return {
    commit: async (revision) => (await git()).commit(revision),
    mergeBase: async () => findMergeBase(await git(), root),
    readAt: async (commit, path) => readAt(await git(), commit, path),
    moves: async (base) => findMoves(await git(), base),
  };
}

/** A repository, for those who ask it. */
export interface Git {
  /** What git prints; undefined when it says no. */
  ask(...args: readonly string[]): Promise<string | undefined>;
  commit(revision: string): Promise<string | undefined>;
}

async function openRepository(root: string): Promise<Git> {
  const client = createClient(root);
  try {
    await client.raw(['rev-parse', '--git-dir']);
  } catch (cause) {
    throw notReadable(root, cause);
  }
  const ask: Git['ask'] = async (...args) => {
    try {
      return await client.raw([...args]);
    } catch {
      return undefined;
    }
  };
  const commit: Git['commit'] = async (revision) => {
    // A revision may look like an option, or be a range, which is several commits.
    const verified = await ask(
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    );
    const id = verified?.trim();
    return id !== undefined && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
  };
  return { ask, commit };
}

function createClient(root: string): SimpleGitLibrary.SimpleGit {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- most runs never ask for the history
  const { simpleGit } = require('simple-git') as typeof SimpleGitLibrary;
  return simpleGit({ baseDir: root, maxConcurrentProcesses: 2 });
}

function notReadable(root: string, cause: unknown): ToolError {
  const message = cause instanceof Error ? cause.message.trim() : String(cause);
  if (/ENOENT/.test(message)) {
    return new ToolError('cannot read the history: git is not there', { cause, fix: 'install git' });
  }
  if (/not a git repository/.test(message)) {
    return new ToolError(`cannot read the history: ${root} lies in no git repository`, {
      fix: 'compare with a committed directory instead (breaking.baseline), or run in a clone',
    });
  }
  return new ToolError('cannot read the history', { cause, fix: 'do what git says, then run again' });
}

async function findMergeBase(git: Git, root: string): Promise<MergeBase> {
  if ((await git.commit('HEAD')) === undefined) {
    throw new ToolError(`cannot compare with what was committed: ${root} has no commit yet`, {
      fix: 'commit first: git commit',
    });
  }
  const branch = await findDefaultBranch(git);
  const isShallow = (await git.ask('rev-parse', '--is-shallow-repository'))?.trim() === 'true';
  if (branch === undefined) throw noDefaultBranch(isShallow);
  const commit = (await git.ask('merge-base', 'HEAD', branch))?.trim();
  if (commit) return { commit, branch };
  throw isShallow ? tooShallow(branch) : unrelated(branch);
}

async function findDefaultBranch(git: Git): Promise<string | undefined> {
  const head = (await git.ask('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'))?.trim();
  for (const branch of [...(head ? [head] : []), ...USUAL_BRANCHES]) {
    if ((await git.commit(branch)) !== undefined) return branch;
  }
  return undefined;
}

function noDefaultBranch(isShallow: boolean): ToolError {
  const fetch = isShallow
    ? 'git fetch --unshallow origin (in a workflow: fetch-depth: 0)'
    : 'git fetch origin';
  return new ToolError(
    `cannot tell the default branch: none of origin/HEAD, ${USUAL_BRANCHES.join(', ')} is here`,
    { fix: `${fetch}, or ${NAME_A_BASE}` },
  );
}

function tooShallow(branch: string): ToolError {
  return new ToolError(
    `cannot tell where this branch left ${branch}: the clone is shallow, and the commit is not in it`,
    { fix: `git fetch --unshallow (in a workflow: fetch-depth: 0), or ${NAME_A_BASE}` },
  );
}

function unrelated(branch: string): ToolError {
  return new ToolError(`cannot tell where this branch left ${branch}: they have no commit in common`, {
    fix: NAME_A_BASE,
  });
}

async function readAt(git: Git, commit: string, path: string): Promise<string | undefined> {
  const relative = posix.normalize(path);
  const text = await git.ask('cat-file', 'blob', `${commit}:./${relative}`);
  if (text !== undefined || (await git.commit(commit)) !== undefined) return text;
  throw new ToolError(`cannot read ${path} as it was: commit ${commit} is not here`, {
    file: path,
    fix: 'git fetch --unshallow (in a workflow: fetch-depth: 0)',
  });
}

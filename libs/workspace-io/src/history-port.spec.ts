import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '@fixpoint/model';
import { createTempRepo, tempDirectory, type TempRepo } from '@fixpoint/testkit';
import { createHistoryPort } from './history-port';

// Each test runs git a dozen times, which takes long on a busy machine.
jest.setTimeout(60_000);

const directory = tempDirectory();
let made = 0;

function emptyDirectory(): string {
  made += 1;
  const path = join(directory.path, `d${made}`);
  mkdirSync(path);
  return path;
}

function repository(): TempRepo {
  return createTempRepo(emptyDirectory());
}

/** A clone of a repository, as a build machine makes it. */
function cloneOf(repo: TempRepo, ...options: readonly string[]): string {
  const path = join(emptyDirectory(), 'clone');
  repo.git('clone', '--quiet', ...options, `file://${repo.path}`, path);
  return path;
}

const problem = async (asked: Promise<unknown>): Promise<ToolError> => {
  const error = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ToolError);
  return error as ToolError;
};

describe('createHistoryPort', () => {
  it('finds where a branch left the default one, and reads files as they were there', async () => {
    const repo = repository();
    repo.write('libs/api/openapi.yaml', 'old: 1\r\n');
    repo.write('shared.yaml', 'shared');
    const start = repo.commit('start');
    repo.git('checkout', '--quiet', '-b', 'topic');
    repo.write('libs/api/openapi.yaml', 'new');
    repo.write('libs/api/added.yaml', 'added');
    const tip = repo.commit('topic');
    repo.git('checkout', '--quiet', 'main');
    repo.write('later', '');
    repo.commit('later on main');
    repo.git('checkout', '--quiet', 'topic');

    const history = createHistoryPort(join(repo.path, 'libs/api'));
    expect(await history.mergeBase()).toEqual({ commit: start, branch: 'main' });
    expect(await history.readAt(start, 'openapi.yaml')).toBe('old: 1\r\n');
    expect(await history.readAt(start, '../../shared.yaml')).toBe('shared');
    expect(await history.readAt(start, 'added.yaml')).toBeUndefined();
    expect(await history.readAt(tip, 'added.yaml')).toBe('added');
    expect(await history.readAt(start, '../../../outside.yaml')).toBeUndefined();
    expect(await history.commit('topic')).toBe(tip);
    expect(await history.commit('HEAD~1')).toBe(start);
  });

  it('knows nothing of a revision that there is not, whatever it looks like', async () => {
    const repo = repository();
    repo.commit('start');
    const history = createHistoryPort(repo.path);
    for (const revision of ['v1.0.0', '--all', '', 'main..HEAD']) {
      expect([revision, await history.commit(revision)]).toEqual([revision, undefined]);
    }
  });

  it('prefers the branch that the remote calls its default', async () => {
    const repo = repository();
    repo.git('checkout', '--quiet', '-b', 'trunk');
    const start = repo.commit('start');
    repo.git('branch', 'master');
    const clone = cloneOf(repo);
    expect(await createHistoryPort(clone).mergeBase()).toEqual({ commit: start, branch: 'origin/trunk' });
  });

  it('says how to deepen a clone that ends before the branches meet', async () => {
    const repo = repository();
    repo.commit('start');
    repo.git('checkout', '--quiet', '-b', 'topic');
    repo.commit('topic');
    repo.git('checkout', '--quiet', 'main');
    repo.commit('main goes on');
    const clone = cloneOf(repo, '--depth', '1', '--no-single-branch', '--branch', 'topic');
    const { message, fix } = await problem(createHistoryPort(clone).mergeBase());
    expect(message).toContain('the clone is shallow');
    expect(fix).toMatch(/git fetch --unshallow.*fetch-depth: 0/);
  });

  it('says how to get a default branch that was not cloned', async () => {
    const repo = repository();
    repo.commit('start');
    repo.git('checkout', '--quiet', '-b', 'topic');
    repo.commit('topic');
    repo.git('checkout', '--quiet', 'main');
    const clone = cloneOf(repo, '--depth', '1', '--branch', 'topic');
    const { message, fix } = await problem(createHistoryPort(clone).mergeBase());
    expect(message).toContain('cannot tell the default branch');
    expect(fix).toContain('git fetch --unshallow origin');
  });

  it('says so where there is no repository, no commit, or no common one', async () => {
    const nowhere = createHistoryPort(emptyDirectory());
    expect((await problem(nowhere.mergeBase())).message).toContain('lies in no git repository');
    expect((await problem(nowhere.readAt('abc', 'x'))).fix).toContain('breaking.baseline');

    const repo = repository();
    expect((await problem(createHistoryPort(repo.path).mergeBase())).message).toContain('no commit yet');

    repo.commit('start');
    repo.git('checkout', '--quiet', '--orphan', 'other');
    repo.commit('other');
    expect((await problem(createHistoryPort(repo.path).mergeBase())).message).toContain(
      'no commit in common',
    );
    const unknown = await problem(createHistoryPort(repo.path).readAt('0'.repeat(40), 'x'));
    expect(unknown.message).toContain('is not here');
  });

  it('says where files went since a commit, whether git was told or not', async () => {
    const repo = repository();
    repo.write('docs/a.md', 'one long text\nthat stays as it is\n');
    repo.write('docs/b.md', 'another text\nthat is changed a bit\n');
    repo.write('docs/c.md', 'deleted');
    repo.write('libs/x/d.md', 'moved and written anew');
    repo.write('e \u00e9.md', 'moved as it is, without git');
    const start = repo.commit('start');
    repo.git('mv', 'docs/a.md', 'docs/renamed.md');
    repo.git('commit', '--quiet', '-m', 'rename');
    for (const file of ['docs/b.md', 'docs/c.md', 'libs/x/d.md', 'e \u00e9.md'])
      rmSync(join(repo.path, file));
    repo.write('guide/b.md', 'another text\nthat is changed a bit here\n');
    repo.git('add', 'guide');
    repo.write('guide/d.md', 'nothing in common');
    repo.write('libs/x/new.md', 'moved as it is, without git');
    const history = createHistoryPort(join(repo.path, 'libs/x'));
    const moves = [
      { from: '../../docs/a.md', to: '../../docs/renamed.md' },
      { from: '../../docs/b.md', to: '../../guide/b.md' },
      { from: '../../docs/c.md' },
      { from: '../../e \u00e9.md', to: 'new.md' },
      { from: 'd.md', to: '../../guide/d.md' },
    ];
    expect(await history.moves(start)).toEqual(moves);
    expect(await history.moves('v1')).toEqual([]);
    expect(await createHistoryPort(repo.path).moves('HEAD~1')).toHaveLength(moves.length);
  });

  it('writes nothing', async () => {
    const repo = repository();
    mkdirSync(join(repo.path, 'sub'));
    repo.write('sub/a', 'a');
    repo.commit('start');
    const before = repo.git('status', '--porcelain', '--ignored');
    await createHistoryPort(join(repo.path, 'sub')).mergeBase();
    expect(repo.git('status', '--porcelain', '--ignored')).toBe(before);
  });
});

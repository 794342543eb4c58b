import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from './temp-directory';
import { createTempRepo } from './temp-repo';

describe('createTempRepo', () => {
  const directory = tempDirectory();

  it('commits, with the same hashes every time', () => {
    const hashes = ['one', 'two'].map((name) => {
      const path = join(directory.path, name);
      mkdirSync(path);
      const repo = createTempRepo(path);
      repo.write('sub/a.txt', 'a\n');
      const hash = repo.commit('first');
      expect(repo.git('log', '--format=%H %an %s %aI', 'main')).toBe(
        `${hash} Test first 2024-01-01T00:00:00+00:00`,
      );
      expect(repo.git('status', '--porcelain')).toBe('');
      return hash;
    });
    expect(hashes[0]).toMatch(/^[0-9a-f]{40}$/);
    expect(hashes[1]).toBe(hashes[0]);
  });

  it('does not see the repository or the configuration around it', () => {
    process.env['GIT_DIR'] = '/nonexistent';
    const repo = createTempRepo(directory.path);
    delete process.env['GIT_DIR'];
    expect(repo.git('rev-parse', '--show-toplevel')).toBe(directory.path);
    expect(repo.git('config', '--list', '--show-scope')).not.toMatch(/^(global|system)/m);
    expect(repo.git('config', 'commit.gpgSign')).toBe('false');
  });

  it('throws what git says', () => {
    expect(() => createTempRepo(directory.path).git('no-such-command')).toThrow(/not a git command/);
  });
});

import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { nodeFileSystem } from '../files/file-system';
import { removeTrees } from './remove-trees';

describe('removeTrees', () => {
  const directory = tempDirectory();
  const absolute = (path: string) => join(directory.path, path);

  it('removes directories with what is below them, and files, and nothing else', async () => {
    directory.write('a/1.0.0/deep/x.json', '1');
    directory.write('a/2.0.0/x.json', '2');
    directory.write('b/1.0.0.json', '3');
    mkdirSync(absolute('a/empty'));
    const removed = await removeTrees(directory.path, [
      'b/1.0.0.json',
      'a/1.0.0',
      'a/empty',
      'none/here',
      'a/none',
    ]);
    expect(removed).toEqual(['a/1.0.0', 'a/empty', 'b/1.0.0.json']);
    expect(directory.list()).toEqual(['a/2.0.0/x.json']);
  });

  it('removes a symlink inside a directory and leaves what it leads to', async () => {
    directory.write('kept/x.json', '1');
    directory.write('a/1.0.0/y.json', '2');
    symlinkSync(absolute('kept'), absolute('a/1.0.0/link'));
    await removeTrees(directory.path, ['a/1.0.0']);
    expect(directory.list()).toEqual(['kept/x.json']);
  });

  it('refuses what is a symlink, and what lies behind one, before anything is removed [FP-LIFE-011]', async () => {
    directory.write('kept/1.0.0/x.json', '1');
    directory.write('b/1.0.0/y.json', '2');
    symlinkSync(absolute('kept'), absolute('a'));
    symlinkSync(absolute('kept/1.0.0'), absolute('b/2.0.0'));
    await expect(removeTrees(directory.path, ['b/1.0.0', 'a/1.0.0'])).rejects.toThrow(/symbolic link/);
    await expect(removeTrees(directory.path, ['b/1.0.0', 'b/2.0.0'])).rejects.toThrow(ToolError);
    await expect(removeTrees(directory.path, ['../x'])).rejects.toThrow(ToolError);
    expect(directory.list()).toEqual(['a', 'b/1.0.0/y.json', 'b/2.0.0', 'kept/1.0.0/x.json']);
  });

  it('takes everything back when one move fails', async () => {
    for (const path of ['a/1/x', 'a/2/x', 'a/3/x']) directory.write(path, path);
    const rename = (from: string, to: string): void => {
      if (from.endsWith('a/3')) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
      nodeFileSystem.rename(from, to);
    };
    const failing = removeTrees(directory.path, ['a/1', 'a/2', 'a/3'], {
      fileSystem: { ...nodeFileSystem, rename },
    });
    await expect(failing).rejects.toThrow('cannot remove a/3: it is in use (EBUSY)');
    expect(directory.list()).toEqual(['a/1/x', 'a/2/x', 'a/3/x']);
  });

  it('clears what a killed run left aside', async () => {
    directory.write('.fixpoint-removed/0/x', '1');
    directory.write('a/1/x', '2');
    await removeTrees(directory.path, ['a/1']);
    expect(directory.list()).toEqual([]);
  });
});

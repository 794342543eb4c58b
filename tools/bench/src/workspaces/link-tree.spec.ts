import { readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { linkTree } from './link-tree';

describe('linkTree', () => {
  const directory = tempDirectory();

  it('copies files of every depth and symlinks as they are', () => {
    directory.write('from/one.txt', 'one');
    directory.write('from/deep/er/two.txt', 'two');
    symlinkSync('../one.txt', join(directory.path, 'from/deep/link'));
    linkTree(join(directory.path, 'from'), join(directory.path, 'to'));
    expect(directory.list().filter((path) => path.startsWith('to/'))).toEqual([
      'to/deep/er/two.txt',
      'to/deep/link',
      'to/one.txt',
    ]);
    expect(readFileSync(join(directory.path, 'to/deep/er/two.txt'), 'utf8')).toBe('two');
    expect(readlinkSync(join(directory.path, 'to/deep/link'))).toBe('../one.txt');
  });
});

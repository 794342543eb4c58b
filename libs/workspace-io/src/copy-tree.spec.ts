import { lstatSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { copyTree } from './copy-tree';

describe('copyTree', () => {
  const directory = tempDirectory();

  it('copies files in the order that is asked for, links what is installed, leaves out what builds leave behind', () => {
    for (const path of [
      'a.txt',
      'libs/dist/b.txt',
      'libs/tmp/c.txt',
      'dist/out.js',
      '.git/HEAD',
      'x/.nx/cache',
    ])
      directory.write(`from/${path}`, path);
    directory.write('from/libs/node_modules/p/index.js', '');
    symlinkSync('a.txt', join(directory.path, 'from/link'));
    const orders: string[][] = [];
    copyTree(join(directory.path, 'from'), join(directory.path, 'to'), (paths) => {
      orders.push([...paths]);
      return [...paths].reverse();
    });
    expect(orders).toEqual([['a.txt', 'libs/dist/b.txt', 'libs/tmp/c.txt']]);
    expect(directory.read('to/libs/tmp/c.txt')).toBe('libs/tmp/c.txt');
    expect(readlinkSync(join(directory.path, 'to/link'))).toBe('a.txt');
    expect(lstatSync(join(directory.path, 'to/libs/node_modules')).isSymbolicLink()).toBe(true);
    expect(
      directory.list().filter((path) => path.startsWith('to/') && /out.js|HEAD|cache/.test(path)),
    ).toEqual([]);
  });
});

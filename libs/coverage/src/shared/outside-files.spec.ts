import { memoryPorts } from '@fixpoint/testkit';
import { readNamedDirectory, readNamedFile, relativePath, resolvePath } from '@fixpoint/model';

describe('resolvePath', () => {
  it.each([
    ['/a/b', 'c/d', '/a/b/c/d'],
    ['/a/b/', './../c', '/a/c'],
    ['/a', '../../../x', '/x'],
    ['/', 'a', '/a'],
    ['/a', '..', '/'],
    ['C:\\work\\root', '..\\src', 'C:/work/src'],
  ])('%s and %s is %s', (directory, path, expected) => {
    expect(resolvePath(directory, path)).toBe(expected);
  });
});

describe('relativePath', () => {
  it.each([
    ['/a/b', '/a/b/c', 'c'],
    ['/a/b', '/a/x/y', '../x/y'],
    ['/a', '/a', ''],
    ['/', '/a', 'a'],
  ])('from %s to %s is %s', (from, to, expected) => {
    expect(relativePath(from, to)).toBe(expected);
  });
});

const ports = memoryPorts({
  root: '/work/lib/manifest',
  files: { 'src/a.ts': 'inside', 'src/a.spec.ts': 'test', 'b.ts': 'other' },
  packageFiles: { '/work/lib/src/a.ts': 'outside', '/work/lib/src/deep/b.ts': 'deep' },
});

describe('reading what the marker names', () => {
  it('reads files in the root and beside it', async () => {
    expect(await readNamedFile(ports, 'src/a.ts')).toBe('inside');
    expect(await readNamedFile(ports, '../src/a.ts')).toBe('outside');
    expect(await readNamedFile(ports, '../src/none.ts')).toBeUndefined();
  });

  it('lists directories in the root and beside it, with paths relative to them', async () => {
    const pathsIn = async (directory: string, ...globs: string[]) =>
      (await readNamedDirectory(ports, directory, globs)).map(({ path, text }) => `${path}: ${text}`);
    expect(await pathsIn('src', '**/*.ts', '!**/*.spec.ts')).toEqual(['a.ts: inside']);
    expect(await pathsIn('./src/', '*.ts')).toEqual(['a.spec.ts: test', 'a.ts: inside']);
    expect(await pathsIn('.', '*.ts')).toEqual(['b.ts: other']);
    expect(await pathsIn('../src', '**/*.ts')).toEqual(['a.ts: outside', 'deep/b.ts: deep']);
  });
});

import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from './temp-directory';

describe('tempDirectory', () => {
  const directory = tempDirectory();
  const seen: string[] = [];

  it.each([1, 2])('is empty in test %i', (number) => {
    expect(directory.list()).toEqual([]);
    directory.write('deep/b.txt', String(number));
    directory.write('a.txt', '');
    expect(directory.read('deep/b.txt')).toBe(String(number));
    expect(directory.list()).toEqual(['a.txt', 'deep/b.txt']);
    chmodSync(join(directory.path, 'deep'), 0o500);
    seen.push(directory.path);
  });

  it('is another one each time, and the last is gone', () => {
    expect(new Set([...seen, directory.path]).size).toBe(3);
    expect(seen.filter((path) => existsSync(path))).toEqual([]);
  });
});

it('exists only while a test runs', () => {
  expect(() => outside.path).toThrow('only while a test runs');
});

let outside: { readonly path: string };
describe('another group', () => {
  outside = tempDirectory();
  it('has a directory of its own', () => expect(existsSync(outside.path)).toBe(true));
});

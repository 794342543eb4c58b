import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { memoryPorts, tempDirectory } from '@fixpoint/testkit';
import fc from 'fast-check';
import { createFilePort } from './file-port';

const NAMES = ['a', 'b', '.dot', 'x.json', 'y.md'];
const GLOBS = [
  '**/*',
  '*',
  '*.json',
  'a/**',
  '**/x.json',
  '{a,b}/*',
  '.dot/**',
  'a/b/*',
  '!b/**',
  '!**/*.md',
  'x.json',
];

describe('the file ports of the disk and of memory', () => {
  const directory = tempDirectory();

  it('list and read the same', async () => {
    const path = fc
      .array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 })
      .map((names) => names.join('/'));
    const tree = fc.uniqueArray(path, { maxLength: 8 }).map(withoutFilesAsDirectories);
    const globs = fc.subarray(GLOBS, { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(tree, globs, path, async (paths, patterns, probe) => {
        const root = join(directory.path, 'root');
        rmSync(root, { recursive: true, force: true });
        mkdirSync(root);
        for (const file of paths) directory.write(`root/${file}`, file);
        const real = createFilePort(root);
        const memory = memoryPorts({ files: Object.fromEntries(paths.map((file) => [file, file])) }).files;
        expect(await memory.list(patterns)).toEqual(await real.list(patterns));
        if (paths.includes(probe)) expect(await memory.readText(probe)).toBe(await real.readText(probe));
      }),
      { numRuns: 150 },
    );
  });
});

function withoutFilesAsDirectories(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
}

import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { readReadable } from '@fixpoint/model';
import { createPorts } from '../create-ports';

describe('readReadable', () => {
  const directory = tempDirectory();

  it('reads the others where files are refused, inside and outside of the root', async () => {
    directory.write('.git/HEAD', '');
    directory.write('root/a.txt', 'a');
    directory.write('shared/b.txt', 'b');
    mkdirSync(join(directory.path, 'root/dir.txt'));
    symlinkSync('loop.txt', join(directory.path, 'root/loop.txt'));
    symlinkSync('/etc/hosts', join(directory.path, 'root/out.txt'));
    symlinkSync('loop.txt', join(directory.path, 'shared/loop.txt'));
    const ports = createPorts({ root: join(directory.path, 'root') });
    const inside = await readReadable(ports, ['**/*.txt']);
    expect(inside.files.map(({ path }) => path)).toEqual(['a.txt']);
    expect(inside.refused.map(({ file }) => file).sort()).toEqual(['loop.txt', 'out.txt']);
    expect(inside.refused.every(({ message }) => message !== '')).toBe(true);
    const outside = await readReadable(ports, ['../shared/*.txt']);
    expect(outside.files.map(({ path }) => path)).toEqual(['../shared/b.txt']);
    expect(outside.refused.map(({ file }) => file)).toEqual(['../shared/loop.txt']);
  });
});

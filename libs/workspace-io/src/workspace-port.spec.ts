import { mkdirSync, symlinkSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { memoryPorts, tempDirectory } from '@fixpoint/testkit';
import { createWorkspacePort } from './workspace-port';

describe('createWorkspacePort', () => {
  const directory = tempDirectory();
  const port = createWorkspacePort();

  it('lists what stands in a directory, and where symlinks lead', async () => {
    directory.write('b.md', 'text');
    directory.write('.a', '');
    mkdirSync(join(directory.path, 'empty'));
    symlinkSync('b.md', join(directory.path, 'link.md'));
    symlinkSync('.', join(directory.path, 'loop'));
    symlinkSync('self', join(directory.path, 'self'));
    symlinkSync('nowhere', join(directory.path, 'dangling'));
    execFileSync('mkfifo', [join(directory.path, 'pipe')]);
    const at = (name: string): string => join(directory.path, name);
    expect(await port.entries(directory.path)).toEqual([
      { name: '.a', kind: 'file' },
      { name: 'b.md', kind: 'file' },
      { name: 'dangling', kind: 'other', link: at('dangling') },
      { name: 'empty', kind: 'directory' },
      { name: 'link.md', kind: 'file', link: at('b.md') },
      { name: 'loop', kind: 'directory', link: directory.path },
      { name: 'pipe', kind: 'other' },
      { name: 'self', kind: 'other', link: at('self') },
    ]);
    expect(await port.entries(at('b.md'))).toBeUndefined();
    expect(await port.entries(at('absent'))).toBeUndefined();
    expect(await port.entries(at('self'))).toBeUndefined();
  });

  it('reads regular files up to a size, and waits for nobody', async () => {
    directory.write('b.md', 'text');
    execFileSync('mkfifo', [join(directory.path, 'pipe')]);
    const read = async (name: string, most = 4) => port.read(join(directory.path, name), most);
    expect(Buffer.from((await read('b.md')) as Uint8Array).toString()).toBe('text');
    expect(await read('b.md', 3)).toEqual({ sizeBytes: 4 });
    expect(await read('absent')).toBeUndefined();
    expect(await read('pipe')).toBeUndefined();
    expect(await read('.')).toBeUndefined();
  });

  it('sees what the port in memory sees', async () => {
    const files = { 'a.md': 'one', 'docs/.b/c.md': 'two', 'docs/d e.md': '' };
    const root = join(directory.path, 'same');
    for (const [path, text] of Object.entries(files)) directory.write(`same/${path}`, text);
    const memory = memoryPorts({ root, files }).workspace;
    for (const path of [
      root,
      join(root, 'docs'),
      join(root, 'docs/.b'),
      join(root, 'a.md'),
      join(root, 'no'),
    ]) {
      expect(await memory.entries(path)).toEqual(await port.entries(path));
      const [ours, theirs] = [await memory.read(path, 2), await port.read(path, 2)];
      expect(ours).toEqual(theirs);
    }
  });
});

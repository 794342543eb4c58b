import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { createScratchPort } from './scratch-port';
import { asOrdinaryUser } from './testing/ordinary-user';

describe('createScratchPort', () => {
  const directory = tempDirectory();
  const scratch = () => createScratchPort(directory.path);

  it('gives an empty private directory of its own and removes it', async () => {
    const used = await Promise.all(
      [1, 2].map((number) =>
        scratch().with('my tool/x', async (path) => {
          expect(readdirSync(path)).toEqual([]);
          expect(statSync(path).mode & 0o777).toBe(0o700);
          writeFileSync(join(path, 'file'), String(number));
          return path;
        }),
      ),
    );
    expect(new Set(used).size).toBe(2);
    expect(used[0]).toMatch(/\/fixpoint-my-tool-x-\w{6}$/);
    expect(directory.list()).toEqual([]);
  });

  it('removes it when the callback fails, and passes the failure on', async () => {
    const failing = scratch().with('x', () => Promise.reject(new Error('mine')));
    await expect(failing).rejects.toThrow('mine');
    expect(readdirSync(directory.path)).toEqual([]);
  });

  it('removes read-only directories and does not follow symlinks', async () => {
    const kept = directory.write('kept/file', 'kept');
    const run = async (path: string) => {
      mkdirSync(join(path, 'locked/inner'), { recursive: true });
      writeFileSync(join(path, 'locked/inner/file'), '');
      symlinkSync(join(directory.path, 'kept'), join(path, 'locked/link'));
      chmodSync(join(path, 'locked/inner'), 0o500);
      chmodSync(join(path, 'locked'), 0o500);
    };
    await asOrdinaryUser(directory.path, () => scratch().with('x', run));
    expect(readdirSync(directory.path)).toEqual(['kept']);
    expect(existsSync(kept)).toBe(true);
  });

  it('names a temporary directory that does not exist', async () => {
    const port = createScratchPort(join(directory.path, 'none'));
    const failing = port.with('x', async () => 1);
    await expect(failing).rejects.toThrow(ToolError);
    await expect(failing).rejects.toMatchObject({ file: join(directory.path, 'none') });
  });
});

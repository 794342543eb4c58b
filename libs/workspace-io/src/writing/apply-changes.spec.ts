import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { asOrdinaryUser } from '../testing/ordinary-user';
import { applyChanges, writeFileAtomic } from './apply-changes';
import type { Changes } from './plan-changes';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');
const root = process.getuid?.() === 0;

describe('applyChanges', () => {
  const directory = tempDirectory();
  const at = (path: string) => join(directory.path, 'root', path);
  const apply = (changes: Partial<Changes>) =>
    applyChanges(join(directory.path, 'root'), { write: [], remove: [], ...changes });
  const write = (path: string, text: string) => apply({ write: [{ path, text }] });

  beforeEach(() => mkdirSync(join(directory.path, 'root')));

  it('writes, removes and leaves alone, and says which', async () => {
    directory.write('root/b.json', 'old');
    directory.write('root/same.json', 'same');
    directory.write('root/gone.json', 'gone');
    utimesSync(at('same.json'), LONG_AGO, LONG_AGO);
    const report = await apply({
      write: [
        { path: 'new/deep/c.json', text: 'é\n' },
        { path: 'same.json', text: 'same' },
        { path: 'b.json', text: 'new' },
        { path: 'new/a.json', text: '' },
      ],
      remove: ['gone.json', 'never.json', 'never/x.json'],
    });
    expect(report).toEqual({
      written: ['b.json', 'new/a.json', 'new/deep/c.json'],
      removed: ['gone.json'],
      unchanged: ['same.json'],
    });
    const files = ['root/b.json', 'root/new/a.json', 'root/new/deep/c.json', 'root/same.json'];
    expect(directory.list()).toEqual(files);
    expect(files.map((path) => directory.read(path))).toEqual(['new', '', 'é\n', 'same']);
    expect(statSync(at('same.json')).mtime).toEqual(LONG_AGO);
  });

  it('does nothing the second time [FP-WRITE-001]', async () => {
    await write('a.json', 'text');
    const { ino, mtimeNs } = statSync(at('a.json'), { bigint: true });
    expect(await write('a.json', 'text')).toEqual({ written: [], removed: [], unchanged: ['a.json'] });
    expect(statSync(at('a.json'), { bigint: true })).toMatchObject({ ino, mtimeNs });
  });

  it('keeps the mode of a file, and the owner where that is allowed', async () => {
    chmodSync(directory.write('root/run.sh', 'old'), 0o750);
    if (root) chownSync(at('run.sh'), 1234, 1235);
    await write('run.sh', 'new');
    const { mode, uid, gid } = statSync(at('run.sh'));
    expect(mode & 0o7777).toBe(0o750);
    if (root) expect([uid, gid]).toEqual([1234, 1235]);
  });

  it('gives a new file the mode that the umask leaves', async () => {
    const before = process.umask(0o027);
    await write('new.json', '').finally(() => process.umask(before));
    expect(statSync(at('new.json')).mode & 0o777).toBe(0o640);
  });

  it('takes names as long as the system does', async () => {
    const name = `${'é😀'.repeat(41)}.json`;
    expect(Buffer.byteLength(name)).toBeGreaterThan(250);
    await write(name, 'text');
    expect(directory.list()).toEqual([`root/${name}`]);
  });

  describe('symlinks', () => {
    it('inside the root are written through [FP-WRITE-004]', async () => {
      directory.write('root/real/a.json', 'old');
      symlinkSync('real/a.json', at('alias.json'));
      symlinkSync('real', at('alias'));
      expect(await write('alias.json', 'new')).toMatchObject({ written: ['alias.json'] });
      expect(readlinkSync(at('alias.json'))).toBe('real/a.json');
      await write('alias/b.json', 'b');
      expect([directory.read('root/real/a.json'), directory.read('root/real/b.json')]).toEqual(['new', 'b']);
    });

    it('that leave the root, lead nowhere or form loops are refused [FP-WRITE-003]', async () => {
      directory.write('outside/a.json', 'outside');
      symlinkSync('../outside/a.json', at('leak.json'));
      symlinkSync('../outside', at('leak'));
      symlinkSync('nothing', at('dangling'));
      symlinkSync('loop', at('loop'));
      const paths = ['leak.json', 'leak/a.json', 'leak/new.json', 'dangling', 'dangling/x.json', 'loop'];
      for (const path of paths)
        await expect(write(path, 'x')).rejects.toMatchObject({ name: 'ToolError', file: path });
      expect(directory.read('outside/a.json')).toBe('outside');
      expect(directory.list()).toHaveLength(5);
    });

    it('are not removed, and nothing behind one outside the root is [FP-WRITE-004]', async () => {
      directory.write('outside/a.json', 'outside');
      directory.write('root/a.json', 'inside');
      symlinkSync('a.json', at('alias.json'));
      symlinkSync('../outside', at('leak'));
      await expect(apply({ remove: ['alias.json'] })).rejects.toThrow(
        'cannot remove alias.json: it is not a regular file',
      );
      await expect(apply({ remove: ['leak/a.json'] })).rejects.toThrow('leaves the root');
      expect(lstatSync(at('alias.json')).isSymbolicLink()).toBe(true);
      expect(directory.read('outside/a.json')).toBe('outside');
    });
  });

  it('refuses paths that are none, and directories [FP-WRITE-003]', async () => {
    mkdirSync(at('dir'));
    for (const path of ['/tmp/x', '../x', 'a/../../x', 'dir', '', '.', 'dir/']) {
      await expect(write(path, 'x')).rejects.toThrow(ToolError);
    }
    await expect(apply({ remove: ['dir'] })).rejects.toThrow(ToolError);
    await expect(apply({ remove: ['../root'] })).rejects.toThrow(ToolError);
    expect(directory.list()).toEqual([]);
  });

  it('refuses to change one file under two names, or a file and what would lie below it', async () => {
    directory.write('root/real/a.json', 'a');
    symlinkSync('real', at('alias'));
    const twice = { write: ['real/a.json', 'alias/a.json'].map((path) => ({ path, text: 'x' })) };
    await expect(apply(twice)).rejects.toThrow(
      'cannot change alias/a.json: it is the same file as real/a.json',
    );
    const both = { write: [{ path: 'real/a.json', text: 'x' }], remove: ['real/a.json'] };
    await expect(apply(both)).rejects.toThrow('the same file');
    const below = { write: ['new', 'new/x.json'].map((path) => ({ path, text: 'x' })) };
    await expect(apply(below)).rejects.toThrow('cannot change new/x.json: new is a file, not a directory');
    expect(directory.read('root/real/a.json')).toBe('a');
  });

  it('checks everything before it writes anything, and names all problems at once [FP-WRITE-005]', async () => {
    directory.write('root/a.json', 'old');
    directory.write('root/file', 'file');
    mkdirSync(at('dir'));
    const paths = ['a.json', '../x', 'file/x.json', 'dir'];
    const applying = apply({ write: paths.map((path) => ({ path, text: 'new' })), remove: ['dir'] });
    await expect(applying).rejects.toThrow(
      [
        '4 files cannot be changed:',
        '  "../x" is refused: it is not a path below the root',
        '  cannot remove dir: it is not a regular file',
        '  cannot write dir: it is not a regular file',
        '  cannot write file/x.json: a part of the path is a file',
      ].join('\n'),
    );
    expect(directory.read('root/a.json')).toBe('old');
  });

  describe('temporary files', () => {
    const name = (pid: number | string) => `root/sub/.a.json.${pid}-0123456789ab.fixpoint-tmp`;
    /** Larger than any process id of Linux. */
    const DEAD = 2 ** 22 + 1;

    it('of dead processes are removed, of living ones and of others are not [FP-WRITE-009]', async () => {
      directory.write(name(DEAD), 'stray');
      const kept = [name(1), name(process.ppid), name(process.pid), name('x'), 'root/sub/a.fixpoint-tmp'];
      kept.forEach((path) => directory.write(path, 'kept'));
      mkdirSync(join(directory.path, name(DEAD + 1)));
      directory.write('root/elsewhere/.a.json.1-0123456789ab.fixpoint-tmp', 'not looked at');
      await write('sub/a.json', 'text');
      const left = directory.list().filter((path) => path.startsWith('root/sub/'));
      expect(left).toEqual([...kept, 'root/sub/a.json'].sort());
      expect(statSync(join(directory.path, name(DEAD + 1))).isDirectory()).toBe(true);
    });

    it('of an earlier process with the same id, as in containers, are removed', async () => {
      directory.write(name(process.pid), 'stray');
      utimesSync(join(directory.path, name(process.pid)), LONG_AGO, LONG_AGO);
      await write('sub/a.json', 'text');
      expect(directory.list()).toEqual(['root/sub/a.json']);
    });

    it('are removed even if the file itself needs no change', async () => {
      directory.write('root/sub/a.json', 'text');
      directory.write(name(DEAD), 'stray');
      await write('sub/a.json', 'text');
      expect(directory.list()).toEqual(['root/sub/a.json']);
    });
  });

  describe('for a user whom permissions bind', () => {
    it('a read-only directory or file is named before anything is written', async () => {
      directory.write('root/locked/a.json', 'old');
      chmodSync(directory.write('root/open/b.json', 'old'), 0o444);
      chmodSync(at('locked'), 0o555);
      chmodSync(at('open'), 0o777);
      await asOrdinaryUser(directory.path, async () => {
        const paths = ['locked/a.json', 'locked/new.json', 'locked/new/c.json', 'open/b.json'];
        for (const path of paths) {
          const applying = apply({
            write: [
              { path: 'open/first.json', text: 'x' },
              { path, text: 'new' },
            ],
          });
          await expect(applying).rejects.toThrow(`cannot write ${path}: permission denied (EACCES)`);
        }
        await expect(apply({ remove: ['locked/a.json'] })).rejects.toThrow('cannot remove locked/a.json');
        expect(await write('locked/a.json', 'old')).toMatchObject({ unchanged: ['locked/a.json'] });
      });
      expect(directory.list()).toEqual(['root/locked/a.json', 'root/open/b.json']);
    });
  });
});

describe('writeFileAtomic', () => {
  const directory = tempDirectory();

  it('writes a file anywhere, parents included, and only when it differs', async () => {
    const file = join(directory.path, 'deep/report.json');
    expect(await writeFileAtomic(file, 'text')).toBe(true);
    expect(await writeFileAtomic(file, Buffer.from('text'))).toBe(false);
    expect(directory.list()).toEqual(['deep/report.json']);
  });

  it('names the file as it was named', async () => {
    const file = join(directory.path, 'dir');
    mkdirSync(file);
    await expect(writeFileAtomic(file, 'text')).rejects.toThrow(
      `cannot write ${file}: it is not a regular file`,
    );
  });
});

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { applyChanges } from './apply-changes';

const MEMORY = '/dev/shm';

function canMount(): boolean {
  const probe = join(tmpdir(), `fixpoint-mount-${process.pid}`);
  try {
    mkdirSync(probe);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe]);
    return true;
  } catch {
    return false;
  } finally {
    if (existsSync(probe)) execFileSync('rmdir', [probe]);
  }
}

const mountable = canMount();
if (!mountable) console.info('skipped: a full disk and a mounted directory, mounting is not permitted here');
const describeMounted = mountable ? describe : describe.skip;

describeMounted('a directory on another, small device', () => {
  // Before the directory, whose hook removes what is mounted here: hooks run in the order in which they are declared.
  afterEach(() => execFileSync('umount', [mount()]));
  const directory = tempDirectory();
  const mount = () => join(directory.path, 'root/mounted');
  const apply = (texts: Readonly<Record<string, string>>) =>
    applyChanges(join(directory.path, 'root'), {
      write: Object.entries(texts).map(([path, text]) => ({ path, text })),
      remove: [],
    });

  beforeEach(() => {
    mkdirSync(mount(), { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mount()]);
  });

  it('is written to like any other, together with files of the first device', async () => {
    expect(statSync(mount()).dev).not.toBe(statSync(join(directory.path, 'root')).dev);
    await apply({ 'a.json': 'a', 'mounted/new/b.json': 'b' });
    await apply({ 'a.json': 'a2', 'mounted/new/b.json': 'b2' });
    expect(directory.list()).toEqual(['root/a.json', 'root/mounted/new/b.json']);
    expect(directory.read('root/mounted/new/b.json')).toBe('b2');
  });

  it('leaves everything as it was when it is full', async () => {
    await apply({ 'a.json': 'old a', 'mounted/b.json': 'old b', 'mounted/c.json': 'old c' });
    const large = { 'mounted/b.json': 'b'.repeat(20_000), 'mounted/c.json': 'c'.repeat(20_000) };
    await expect(
      apply({ 'a.json': 'new a', ...large, 'mounted/x/d.json': 'd'.repeat(20_000) }),
    ).rejects.toMatchObject({
      message: 'cannot write mounted/x/d.json: no space left on the device (ENOSPC)',
      file: 'mounted/x/d.json',
      cause: { code: 'ENOSPC' },
    });
    expect(directory.list()).toEqual(['root/a.json', 'root/mounted/b.json', 'root/mounted/c.json']);
    expect(directory.list().map((path) => directory.read(path))).toEqual(['old a', 'old b', 'old c']);
    expect(existsSync(join(mount(), 'x'))).toBe(false);
  });

  it('is named when it is read-only', async () => {
    await apply({ 'mounted/b.json': 'old' });
    execFileSync('mount', ['-o', 'remount,ro', mount()]);
    await expect(apply({ 'a.json': 'a', 'mounted/b.json': 'new' })).rejects.toThrow(
      'cannot write mounted/b.json: the file system is read-only (EROFS)',
    );
    expect(existsSync(join(directory.path, 'root/a.json'))).toBe(false);
  });
});

const shared = existsSync(MEMORY) && statSync(MEMORY).dev !== statSync(tmpdir()).dev;
if (!shared) console.info(`skipped: a root on another device than temporary files, ${MEMORY} is not one`);

(shared ? describe : describe.skip)('a root on another device than temporary files', () => {
  const directory = tempDirectory(MEMORY);
  const elsewhere = tempDirectory();

  it('is written to without leaving its device', async () => {
    const write = (text: string) =>
      applyChanges(directory.path, { write: [{ path: 'a/b.json', text }], remove: [] });
    await write('old');
    await write('new');
    expect(directory.list()).toEqual(['a/b.json']);
    expect(directory.read('a/b.json')).toBe('new');
  });

  it('is not reached through a symlink from a root elsewhere', async () => {
    symlinkSync(directory.path, join(elsewhere.path, 'link'));
    const writing = applyChanges(elsewhere.path, { write: [{ path: 'link/a.json', text: 'x' }], remove: [] });
    await expect(writing).rejects.toThrow(
      '"link/a.json" is refused: it leaves the root through a symbolic link',
    );
    expect(directory.list()).toEqual([]);
  });
});

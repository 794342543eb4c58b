import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { asOrdinaryUser } from '../testing/ordinary-user';
import { createFilePort } from './file-port';

describe('createFilePort', () => {
  const directory = tempDirectory();
  const port = () => createFilePort(join(directory.path, 'root'));
  const link = (target: string, path: string) => symlinkSync(target, join(directory.path, path));

  beforeEach(() => {
    directory.write('root/a.json', '{"a":1}\n');
    directory.write('root/sub/b.json', 'b');
    directory.write('outside/secret.json', 'secret');
  });

  describe('reading', () => {
    it('gives text and bytes, and undefined for what is absent', async () => {
      expect(await port().readText('a.json')).toBe('{"a":1}\n');
      expect(await port().readBytes('sub/b.json')).toEqual(Buffer.from('b'));
      for (const path of ['none.json', 'none/x.json', 'a.json/x.json']) {
        expect(await port().readText(path)).toBeUndefined();
      }
    });

    it('follows symlinks inside the root', async () => {
      link('sub', 'root/alias');
      link('../a.json', 'root/sub/up.json');
      link('nothing', 'root/dangling.json');
      expect(await port().readText('alias/b.json')).toBe('b');
      expect(await port().readText('alias/up.json')).toBe('{"a":1}\n');
      expect(await port().readText('dangling.json')).toBeUndefined();
    });

    it('works below a root that is a symlink itself', async () => {
      link('root', 'alias');
      expect(await createFilePort(join(directory.path, 'alias')).readText('sub/b.json')).toBe('b');
    });

    it.each([
      '../outside/secret.json',
      'sub/../../outside/secret.json',
      '/etc/passwd',
      'C:\\x',
      '..',
      'a\0b',
    ])('refuses %j and names it', async (path) => {
      const read = port().readText(path);
      await expect(read).rejects.toThrow(ToolError);
      await expect(read).rejects.toMatchObject({
        file: path,
        message: expect.stringContaining(JSON.stringify(path)),
      });
    });

    it('refuses symlinks that leave the root, to files and directories, for absent files too [FP-SEC-003]', async () => {
      link('../outside/secret.json', 'root/leak.json');
      link('../outside', 'root/leak');
      link('../root-2', 'root/twin');
      directory.write('root-2/x.json', 'a sibling whose name begins like the root');
      for (const path of ['leak.json', 'leak/secret.json', 'leak/none.json', 'twin/x.json']) {
        await expect(port().readText(path)).rejects.toThrow(`"${path}" is refused`);
      }
    });

    it('names a loop of symlinks', async () => {
      link('two', 'root/one');
      link('one', 'root/two');
      await expect(port().readText('one')).rejects.toThrow(/cannot resolve one: .* loop \(ELOOP\)/);
    });

    it('refuses directories and pipes instead of hanging', async () => {
      execFileSync('mkfifo', [join(directory.path, 'root/pipe')]);
      await expect(port().readText('sub')).rejects.toThrow('cannot read sub: it is a directory');
      await expect(port().readText('pipe')).rejects.toThrow('cannot read pipe: it is a pipe or device');
    });

    it('names the byte and line where a text is not UTF-8 [FP-DIAG-006]', async () => {
      directory.write('root/bad.json', Buffer.from([0x61, 0x0a, 0x62, 0xff, 0x63]));
      await expect(port().readText('bad.json')).rejects.toThrow(
        'cannot read bad.json: it is not valid UTF-8 at byte 3 (line 2)',
      );
      expect(await port().readBytes('bad.json')).toHaveLength(5);
    });

    it('names a root that does not exist', async () => {
      const root = join(directory.path, 'nowhere');
      await expect(createFilePort(root).readText('a.json')).rejects.toMatchObject({
        file: root,
        cause: expect.objectContaining({ code: 'ENOENT' }),
      });
    });
  });

  describe('listing', () => {
    it('lists files only, sorted by code unit, each once', async () => {
      for (const name of ['B.json', 'é.json', '10.json', '9.json']) directory.write(`root/${name}`, '');
      mkdirSync(join(directory.path, 'root/dir.json'));
      expect(await port().list(['*.json', '**/*.json', 'a.json'])).toEqual([
        '10.json',
        '9.json',
        'B.json',
        'a.json',
        'sub/b.json',
        'é.json',
      ]);
      expect(await port().list(['**/*.json', '!sub/**', '![0-9]*'])).toEqual(['B.json', 'a.json', 'é.json']);
    });

    it('lists dot files only where the glob names the dot', async () => {
      directory.write('root/.github/ci.yml', '');
      directory.write('root/.hidden', '');
      expect(await port().list(['**/*'])).toEqual(['a.json', 'sub/b.json']);
      expect(await port().list(['.github/**', '.h*'])).toEqual(['.github/ci.yml', '.hidden']);
    });

    it('takes escaped characters as they are', async () => {
      directory.write('root/[x].json', '');
      directory.write('root/(a)/{b}.json', '');
      expect(await port().list(['\\[x\\].json', '\\(a\\)/\\{b\\}.json'])).toEqual([
        '(a)/{b}.json',
        '[x].json',
      ]);
    });

    it('gives nothing for bases that are absent or files', async () => {
      expect(await port().list(['none/**', 'a.json/**', 'a.json/x', '{a.json,none}/*.json'])).toEqual([]);
      expect(await port().list([])).toEqual([]);
    });

    it('lists symlinked files inside the root and enters symlinked directories only by name', async () => {
      link('sub', 'root/alias');
      link('../a.json', 'root/sub/up.json');
      link('nothing.json', 'root/dangling.json');
      expect(await port().list(['**/*.json'])).toEqual(['a.json', 'sub/b.json', 'sub/up.json']);
      expect(await port().list(['alias/*.json'])).toEqual(['alias/b.json', 'alias/up.json']);
      expect(await port().list(['*.json', 'alias/*.json'])).toEqual([
        'a.json',
        'alias/b.json',
        'alias/up.json',
      ]);
    });

    it('ends in spite of symlink loops', async () => {
      link('..', 'root/sub/loop');
      link('.', 'root/self');
      expect(await port().list(['**/*.json'])).toEqual(['a.json', 'sub/b.json']);
    });

    it('refuses what leaves the root', async () => {
      link('../outside', 'root/leak');
      link('../outside/secret.json', 'root/leak.json');
      for (const glob of ['../**', '/etc/*', '{..,sub}/*', '{/etc,sub}/*', 'leak/*', '*.json']) {
        await expect(port().list([glob])).rejects.toThrow(ToolError);
      }
      await expect(port().list(['*.json'])).rejects.toThrow('"leak.json" is refused');
    });

    it('names a directory that may not be read', async () => {
      chmodSync(join(directory.path, 'root/sub'), 0o000);
      await asOrdinaryUser(directory.path, async () => {
        await expect(port().list(['**/*.json'])).rejects.toMatchObject({ cause: { code: 'EACCES' } });
        await expect(port().readText('sub/b.json')).rejects.toThrow(
          /sub\/b\.json: permission denied \(EACCES\)/,
        );
      });
    });
  });
});

import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import { ZipFile } from 'yazl';
import { ToolError } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { buildArchive } from '../testing/archive';
import { unpackAsset } from './unpack-asset';

const PROGRAM = '#!/bin/sh\necho tool\n';

describe('unpackAsset', () => {
  const directory = tempDirectory();

  async function unpack(name: string, content: Buffer, options: { strip?: number; maxBytes?: number } = {}) {
    const file = join(directory.path, name);
    const into = join(directory.path, 'out');
    mkdirSync(into);
    writeFileSync(file, content);
    await unpackAsset({ file, strip: 0, maxBytes: 10_000, ...options }, into);
    const files = directory.list().filter((path) => path.startsWith('out/'));
    return Object.fromEntries(files.map((path) => [path.slice(4), directory.read(path)]));
  }

  async function zip(fill: (archive: ZipFile) => void): Promise<Buffer> {
    const archive = new ZipFile();
    fill(archive);
    archive.end();
    const file = join(directory.path, 'made.zip');
    await pipeline(archive.outputStream, createWriteStream(file));
    return readFileSync(file);
  }

  it('takes what is no archive as the executable itself', async () => {
    expect(await unpack('tool.exe', Buffer.from(PROGRAM))).toEqual({ 'tool.exe': PROGRAM });
    expect(await unpackAsset({ file: '/nowhere', strip: 0, maxBytes: 1 }, '.').catch(String)).toContain(
      'ENOENT',
    );
  });

  it.each(['tool.tar.gz', 'tool.tgz', 'tool.tar'])('unpacks %s with its paths', async (name) => {
    const made = readFileSync(
      await buildArchive(join(directory.path, 'made'), {
        files: { 'bin/tool': PROGRAM },
        links: { out: '../../..' },
      }),
    );
    const content = name.endsWith('.tar') ? zlib.gunzipSync(made) : made;
    expect(await unpack(name, content)).toEqual({ 'package/bin/tool': PROGRAM });
  });

  it('unpacks a zip with its paths, without links and without the leading directory', async () => {
    const content = await zip((archive) => {
      archive.addEmptyDirectory('tool-1/empty');
      archive.addBuffer(Buffer.from(PROGRAM), 'tool-1/bin/tool', { mode: 0o100755 });
      archive.addBuffer(Buffer.from('/etc/passwd'), 'tool-1/link', { mode: 0o120777 });
    });
    expect(await unpack('tool.zip', content, { strip: 1 })).toEqual({ 'bin/tool': PROGRAM });
  });

  it('unpacks a single compressed file', async () => {
    expect(await unpack('tool.exe.gz', zlib.gzipSync(PROGRAM))).toEqual({ 'tool.exe': PROGRAM });
  });

  const { zstdCompressSync } = zlib as { zstdCompressSync?: (text: string) => Buffer };
  it('unpacks zstd where Node can, and says so where it cannot', async () => {
    const result = unpack('tool.zst', zstdCompressSync?.(PROGRAM) ?? Buffer.from('x'));
    if (zstdCompressSync !== undefined) expect(await result).toEqual({ tool: PROGRAM });
    else await expect(result).rejects.toMatchObject({ message: /cannot unpack zstd/, fix: /Node 22\.15/ });
  });

  it.each(['tool.tar.xz', 'tool.tar.zst', 'tool.7z', 'tool.deb'])(
    'says that it cannot read %s',
    async (name) => {
      await expect(unpack(name, Buffer.from('x'))).rejects.toThrow(
        new ToolError(`${name} is of a format that cannot be unpacked`),
      );
    },
  );

  it('lets no entry of a zip out [FP-SEC-004]', async () => {
    const made = await zip((archive) => archive.addBuffer(Buffer.from('x'), 'aa/bb/escaped'));
    const content = Buffer.from(
      made.toString('latin1').replaceAll('aa/bb/escaped', '../../escaped'),
      'latin1',
    );
    await expect(unpack('tool.zip', content)).rejects.toThrow(/^tool\.zip cannot be unpacked: .*\.\./);
    expect(directory.list().filter((path) => basename(path) === 'escaped')).toEqual([]);
  });

  const zeros = Buffer.alloc(100_000);
  it.each([
    ['bomb.gz', () => Promise.resolve(zlib.gzipSync(zeros))],
    ['bomb.zip', () => zip((archive) => archive.addBuffer(zeros, 'zeros'))],
    [
      'bomb.tgz',
      async () =>
        readFileSync(
          await buildArchive(join(directory.path, 'made'), { files: { zeros: zeros.toString('latin1') } }),
        ),
    ],
  ])('stops at a limit: %s', async (name, make) => {
    await expect(unpack(name, await make())).rejects.toThrow('the archive unpacks to more than 10000 bytes');
  });

  it.each(['cut.gz', 'cut.zip', 'cut.tgz'])('says that %s is damaged', async (name) => {
    const content = name.endsWith('zip')
      ? await zip((archive) => archive.addBuffer(Buffer.from(PROGRAM), 'tool'))
      : zlib.gzipSync(PROGRAM.repeat(100));
    await expect(unpack(name, content.subarray(0, 40))).rejects.toThrow(/^cut\.\w+ cannot be unpacked: /);
  });
});

import { createHash } from 'node:crypto';
import * as promises from 'node:fs/promises';
import { chmodSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { tempDirectory } from '@fixpoint/testkit';
import { createBinaryPort } from './binary-port';

jest.mock('node:fs/promises', () => ({ __esModule: true, ...jest.requireActual('node:fs/promises') }));

describe('createBinaryPort', () => {
  const directory = tempDirectory();
  const port = createBinaryPort();
  const executable = (name: string, content: string | Uint8Array) => {
    const path = directory.write(name, content);
    chmodSync(path, 0o755);
    return path;
  };

  it.each([0, 1, 65_536, 65_537, 3_000_000])('measures a file of %i bytes', async (sizeBytes) => {
    const content = Buffer.alloc(sizeBytes, 'abc');
    const path = executable('tool', content);
    expect(await port.inspect(path)).toEqual({
      sha256: createHash('sha256').update(content).digest('hex'),
      sizeBytes,
      head: content.subarray(0, 65_536),
      realPath: path,
    });
    expect(await port.head(path)).toEqual(content.subarray(0, 65_536));
  });

  it('follows symlinks', async () => {
    const path = executable('real/tool', 'x');
    symlinkSync('real/tool', join(directory.path, 'alias'));
    expect(await port.inspect(join(directory.path, 'alias'))).toMatchObject({ realPath: path });
  });

  it('says why a path is no binary', async () => {
    const plain = directory.write('plain', 'x');
    symlinkSync('nothing', join(directory.path, 'dangling'));
    expect(await port.inspect(join(directory.path, 'none'))).toEqual({ problem: 'absent' });
    expect(await port.inspect(join(directory.path, 'dangling'))).toEqual({ problem: 'absent' });
    expect(await port.inspect(join(plain, 'below'))).toEqual({ problem: 'absent' });
    expect(await port.inspect(directory.path)).toEqual({ problem: 'not-a-file' });
    expect(await port.inspect(plain)).toEqual({ problem: 'not-executable' });
    expect(await port.head(plain)).toBeUndefined();
  });

  it('hashes a file once, and again when it is another one of the same size and time', async () => {
    const opened = jest.spyOn(promises, 'open');
    const unpackedAt = new Date('1985-10-26T08:15:00Z');
    const path = executable('tool', 'one');
    utimesSync(path, unpackedAt, unpackedAt);
    const [first, second] = await Promise.all([port.inspect(path), createBinaryPort().inspect(path)]);
    expect(second).toBe(first);
    expect(opened).toHaveBeenCalledTimes(1);
    executable('tool', 'two');
    utimesSync(path, unpackedAt, unpackedAt);
    expect(await port.inspect(path)).toMatchObject({
      sha256: createHash('sha256').update('two').digest('hex'),
    });
    opened.mockRestore();
  });

  it('finds a command on PATH and gives its real path', async () => {
    const path = executable('lib/tool.js', '#!/usr/bin/env node\n');
    directory.write('bin/other', '');
    symlinkSync('../lib/tool.js', join(directory.path, 'bin/tool'));
    const found = createBinaryPort({ PATH: join(directory.path, 'bin') });
    expect(await found.which('tool')).toBe(path);
    expect(await found.which('other')).toBeUndefined();
    expect(await createBinaryPort({}).which('tool')).toBeUndefined();
  });

  it('lists files below a directory anywhere', async () => {
    const paths = ['a/tool', 'b/tool'].map((name) => directory.write(name, ''));
    expect(await port.list(directory.path, '*/tool')).toEqual(paths);
    expect(await port.list(join(directory.path, 'none'), '**')).toEqual([]);
  });
});

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ToolError } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { createPackagePort } from './package-port';

describe('createPackagePort', () => {
  const directory = tempDirectory();
  const port = createPackagePort();
  const install = (path: string, manifest: object) =>
    dirname(directory.write(`${path}/package.json`, JSON.stringify(manifest)));
  const from = (path = '') => join(directory.path, path);

  it('finds the nearest copy from a directory upwards', async () => {
    const outer = install('node_modules/tool', { name: 'tool', version: '1.0.0' });
    const inner = install('node_modules/user/node_modules/tool', { name: 'tool', version: '2.0.0' });
    mkdirSync(from('libs/deep'), { recursive: true });
    expect(await port.find('tool', from('libs/deep'))).toEqual({
      name: 'tool',
      version: '1.0.0',
      directory: outer,
    });
    expect(await port.find('tool', from('node_modules/user'))).toMatchObject({
      version: '2.0.0',
      directory: inner,
    });
    expect(await port.find('tool', from('libs/not-there-yet'))).toMatchObject({ version: '1.0.0' });
    expect(await port.find('none', from('libs/deep'))).toBeUndefined();
  });

  it('is not stopped by exports, nor by the name behind an alias', async () => {
    const exported = { name: '@scope/real', version: '1.2.3-linux-x64', exports: { '.': './index.js' } };
    const path = install('node_modules/@scope/alias', exported);
    const found = await port.find('@scope/alias', from());
    expect(found).toEqual({ name: '@scope/alias', version: '1.2.3-linux-x64', directory: path });
    expect(await port.find('@scope/real', from())).toBeUndefined();
  });

  it('gives the real directory of a linked package, from which its own dependencies are found', async () => {
    const store = install('store/tool/node_modules/tool', { name: 'tool', version: '1.0.0' });
    install('store/tool/node_modules/dependency', { name: 'dependency', version: '3.0.0' });
    mkdirSync(from('node_modules'));
    symlinkSync(store, from('node_modules/tool'));
    const found = await port.find('tool', from());
    expect(found?.directory).toBe(store);
    expect(await port.find('dependency', found?.directory ?? '')).toMatchObject({ version: '3.0.0' });
  });

  it('reads texts, unpacked where they are packed by gzip', async () => {
    directory.write('man/a.1', 'plain');
    writeFileSync(from('man/b.1.gz'), gzipSync('packed'));
    expect(await port.readFiles(from('man'), ['*.1', '*.1.gz'])).toEqual([
      { path: 'a.1', text: 'plain' },
      { path: 'b.1.gz', text: 'packed' },
    ]);
    directory.write('man/c.1.gz', 'not packed');
    await expect(port.readFiles(from('man'), ['c.1.gz'])).rejects.toThrow('it is not what gzip writes');
  });

  it('passes a directory without package.json, as Node does', async () => {
    install('node_modules/tool', { name: 'tool', version: '1.0.0' });
    directory.write('libs/a/node_modules/tool/readme.md', '');
    expect(await port.find('tool', from('libs/a'))).toMatchObject({ version: '1.0.0' });
  });

  it.each(['../tool', '/etc', '@scope', '.bin', 'a/b', ''])('finds nothing by the name %j', async (name) => {
    install('tool', { version: '1.0.0' });
    expect(await port.find(name, from())).toBeUndefined();
  });

  it.each([
    ['{ "version":', 'it is not JSON'],
    ['{}', 'names no version'],
    ['null', 'names no version'],
  ])('names a package.json of %s', async (text, message) => {
    const file = directory.write('node_modules/tool/package.json', text);
    const finding = port.find('tool', from());
    await expect(finding).rejects.toThrow(ToolError);
    await expect(finding).rejects.toMatchObject({ file, message: expect.stringContaining(message) });
  });

  it('reads the texts of a package, and none of one that is absent', async () => {
    directory.write('package/src/b.ts', 'b');
    directory.write('package/src/a.ts', 'a');
    directory.write('package/readme.md', '');
    expect(await port.readFiles(from('package'), ['**/*.ts'])).toEqual([
      { path: 'src/a.ts', text: 'a' },
      { path: 'src/b.ts', text: 'b' },
    ]);
    expect(await port.readFiles(from('none'), ['**/*.ts'])).toEqual([]);
    await expect(port.readFiles(from('package'), ['../**'])).rejects.toThrow(ToolError);
  });
});

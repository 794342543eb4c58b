import { join } from 'node:path';
import { ToolError } from '@fixpoint/model';
import { tempDirectory } from '@fixpoint/testkit';
import { createModulePort } from './module-port';

describe('createModulePort', () => {
  const directory = tempDirectory();
  const from = () => join(directory.path, 'libs', 'a');
  const install = (manifest: object, files: Record<string, string>) => {
    directory.write(
      'node_modules/gen/package.json',
      JSON.stringify({ name: 'gen', version: '1.2.3', ...manifest }),
    );
    for (const [path, text] of Object.entries(files)) directory.write(`node_modules/gen/${path}`, text);
  };

  it.each([
    ['CommonJS', { main: 'a.js' }, { 'a.js': 'exports.run = () => "ran";' }],
    ['an ES module', { type: 'module', main: 'a.js' }, { 'a.js': 'export const run = () => "ran";' }],
    [
      'what is exported to import alone',
      { type: 'module', exports: { '.': { types: './a.d.ts', import: './a.js' } } },
      { 'a.js': 'export const run = () => "ran";' },
    ],
  ])('loads %s', async (_name, manifest, files) => {
    install(manifest, files);
    const loaded = await createModulePort().load('gen', from());
    expect(loaded?.version).toBe('1.2.3');
    expect((loaded?.module['run'] as () => string)()).toBe('ran');
  });

  it('gives nothing for what is not installed, and for what is no name of a package', async () => {
    install({}, {});
    expect(await createModulePort().load('absent', from())).toBeUndefined();
    expect(await createModulePort().load('../gen', from())).toBeUndefined();
  });

  it('says that a package is there and does not load', async () => {
    install({ main: 'a.js' }, { 'a.js': 'require("peer-that-is-absent")' });
    await expect(createModulePort().load('gen', from())).rejects.toThrow(ToolError);
    await expect(createModulePort().load('gen', from())).rejects.toThrow(/gen 1\.2\.3 .*peer-that-is-absent/);
  });

  it('finds what this product itself depends on', async () => {
    expect((await createModulePort().load('yaml'))?.module).toHaveProperty('parseDocument');
  });
});

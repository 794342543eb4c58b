import { addProjectConfiguration, readJson, updateNxJson, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { parseManifest } from '@fixpoint/config';
import { cliManifestGenerator } from './cli-manifest';
import type { CliManifestGeneratorOptions } from './options';

const ROOT = 'cli_manifests/tool';

describe('cli-manifest', () => {
  let tree: Tree;
  beforeEach(() => {
    tree = createTreeWithEmptyWorkspace();
  });

  const generate = (options: Partial<CliManifestGeneratorOptions> = {}) =>
    cliManifestGenerator(tree, { name: 'tool', skipFormat: true, ...options });
  const rules = (root = ROOT) => readJson<Record<string, unknown>>(tree, `${root}/RULES.json`);

  it('adds a marker that can be read, a page and what is ignored, and registers the plugin', async () => {
    await generate({ executable: 'tool', targets: ['linux-x64', 'aarch64-apple-darwin', 'win32-x64'] });
    expect(rules()).toEqual({
      $schema: '../../node_modules/@fixpoint/nx/dist/schemas/rules.schema.json',
      rules_schema_version: 2,
      tool: { name: 'tool', dialect: 'auto' },
      targets: {
        'linux-x64': { platform: 'linux', required: true, binary: { command: 'tool' } },
        'aarch64-apple-darwin': { platform: 'macos', binary: { command: 'tool' } },
        'win32-x64': { platform: 'windows', binary: { command: 'tool' } },
      },
    });
    expect(parseManifest(tree.read(`${ROOT}/RULES.json`, 'utf-8') ?? '', ROOT)).toMatchObject({ ok: true });
    expect(tree.read('.gitignore', 'utf-8')).toContain('.fixpoint/\n');
    expect(tree.read(`${ROOT}/README.md`, 'utf-8')).toContain('`nx run tool:snapshot`');
    expect(readJson(tree, 'nx.json')).toMatchObject({ plugins: [{ plugin: '@fixpoint/nx/plugin' }] });
    expect(
      tree
        .listChanges()
        .map(({ path }) => path)
        .filter((path) => path.startsWith('cli_manifests')),
    ).toEqual([`${ROOT}/RULES.json`, `${ROOT}/README.md`]);
  });

  it('takes the executable of a package from its bin, and watches the package', async () => {
    tree.write('node_modules/@scope/tool/package.json', JSON.stringify({ bin: { tool: './bin/tool.js' } }));
    await generate({ package: '@scope/tool' });
    expect(rules()).toMatchObject({
      targets: { 'linux-x64': { binary: { package: '@scope/tool', files: ['bin/tool.js'] } } },
      release: { source: 'npm', package: '@scope/tool' },
    });
    await expect(generate({ name: 'absent', package: 'absent' })).rejects.toThrow(
      'files: absent is not installed',
    );
  });

  it('names an executable of the workspace relative to the marker', async () => {
    await generate({ path: 'tools/bin/tool' });
    expect(rules()).toMatchObject({ targets: { 'linux-x64': { binary: { path: '../../tools/bin/tool' } } } });
  });

  it('says how help is asked for where that is not the rule', async () => {
    await generate({ executable: 'tool', helpFlag: '-h', helpExitCodes: [0, 129] });
    expect(rules()).toMatchObject({
      tool: { name: 'tool', dialect: 'auto', help_flag: '-h', help_exit_codes: [0, 129] },
    });
  });

  it('pins assets of releases', async () => {
    const asset = ['linux-x64=github:owner/tool@v{version}#tool-linux.tar.gz'];
    await generate({ githubRepo: 'owner/tool', tagPattern: '^v(?<version>.+)$', asset, files: ['**/tool'] });
    expect(rules()).toMatchObject({
      targets: { 'linux-x64': { asset: asset[0]?.slice(10), binary: { files: ['**/tool'] } } },
      release: { source: 'github', repo: 'owner/tool', tag_pattern: '^v(?<version>.+)$' },
    });
    expect(readJson(tree, `${ROOT}/artifacts.lock.json`)).toEqual({ lock_version: 1, artifacts: [] });
  });

  it('adds to a project, and declares the coverage of a wrapper that has none', async () => {
    addProjectConfiguration(tree, 'host', { root: 'libs/host' });
    addProjectConfiguration(tree, 'sdk', { root: 'libs/sdk' });
    await generate({ project: 'host', wrapper: 'sdk', executable: 'tool' });
    expect(rules('libs/host/cli_manifest')).toMatchObject({
      wrapper: {
        project: 'sdk',
        source: { module: '../../../libs/sdk/src/coverage.ts', export: 'coverage' },
      },
    });
    expect(tree.read('libs/host/cli_manifest/README.md', 'utf-8')).toContain('`nx run host:snapshot`');
    expect(tree.read('libs/sdk/src/coverage.ts', 'utf-8')).toContain('export const coverage');
    tree.write('libs/sdk/src/coverage.ts', 'mine');
    await generate({ name: 'other', wrapper: 'sdk', executable: 'other' });
    expect(tree.read('libs/sdk/src/coverage.ts', 'utf-8')).toBe('mine');
  });

  it('overwrites nothing', async () => {
    await generate({ executable: 'tool' });
    const before = tree.read(`${ROOT}/RULES.json`, 'utf-8');
    await expect(generate({ path: 'x' })).rejects.toThrow(`${ROOT}/RULES.json is there already`);
    expect(tree.read(`${ROOT}/RULES.json`, 'utf-8')).toBe(before);
  });

  it('finds the place through the options of the registered plugin', async () => {
    await expect(generate({ directory: 'tools/tool' })).rejects.toThrow(
      'the plugin would not find tools/tool/RULES.json',
    );
    updateNxJson(tree, {
      plugins: [{ plugin: '@fixpoint/nx', options: { manifests: ['tools/*/RULES.json'] } }],
    });
    await generate({ directory: 'tools/tool', executable: 'tool' });
    expect(tree.exists('tools/tool/RULES.json')).toBe(true);
  });

  it.each([
    [
      'two places',
      { path: 'x', executable: 'y' },
      'path and executable: the executable is found in one place only',
    ],
    ['a target of no platform', { targets: ['sparc'] }, 'targets: the name sparc does not say its platform'],
    [
      'an asset of no target',
      { asset: ['x=tool@{version}'] },
      'asset: there is no target x; there are linux-x64',
    ],
    ['an asset without target', { asset: ['tool'] }, 'has to be <target>=<asset>'],
    [
      'an asset that is none',
      { asset: ['linux-x64=tool@latest'], files: ['x'] },
      'the asset of a release is needed',
    ],
    ['an exit code that there is not', { executable: 'tool', helpExitCodes: [300] }, 'help_exit_codes'],
    ['project and directory', { project: 'a', directory: 'b' }, 'project and directory: name one of the two'],
  ])('refuses %s and writes nothing', async (_name, options, message) => {
    await expect(generate(options)).rejects.toThrow(message);
    expect(tree.exists(`${ROOT}/RULES.json`)).toBe(false);
  });
});

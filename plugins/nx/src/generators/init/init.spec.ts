import { formatFiles, readNxJson, updateNxJson, type NxJsonConfiguration, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { initGenerator } from './init';

jest.mock('@nx/devkit', () => ({ ...jest.requireActual('@nx/devkit'), formatFiles: jest.fn() }));

const OURS = { plugin: '@fixpoint/nx/plugin', options: {} };

describe('init', () => {
  let tree: Tree;
  beforeEach(() => {
    tree = createTreeWithEmptyWorkspace();
    tree.delete('.gitignore');
  });

  async function init(): Promise<Readonly<Record<string, string | undefined>>> {
    await initGenerator(tree, { skipFormat: true });
    return { nxJson: read('nx.json'), gitignore: read('.gitignore') };
  }

  const read = (path: string): string | undefined => tree.read(path, 'utf-8') ?? undefined;
  const plugins = (): NxJsonConfiguration['plugins'] => readNxJson(tree)?.plugins;

  it('registers the plugin and ignores what is never committed', async () => {
    const { gitignore } = await init();
    expect(plugins()).toEqual([OURS]);
    expect(gitignore).toBe('raw_help/\n.fixpoint/\n');
  });

  it('changes nothing the second time', async () => {
    const first = await init();
    expect(await init()).toEqual(first);
  });

  it('keeps other plugins and settings in their order', async () => {
    const before: NxJsonConfiguration = {
      defaultBase: 'trunk',
      plugins: ['a', { plugin: 'b', options: { c: 1 } }],
    };
    updateNxJson(tree, before);
    await init();
    expect(readNxJson(tree)).toEqual({ ...before, plugins: [...(before.plugins ?? []), OURS] });
  });

  it.each([
    ['by name', '@fixpoint/nx/plugin'],
    ['with options', { plugin: '@fixpoint/nx/plugin', options: { unionTargetName: 'merge' } }],
    ['under the name of the package', '@fixpoint/nx'],
  ])('leaves a plugin alone that is registered %s', async (_name, entry) => {
    updateNxJson(tree, { plugins: [entry] });
    await init();
    expect(plugins()).toEqual([entry]);
  });

  it.each([
    ['without a final newline', 'dist', 'dist\nraw_help/\n.fixpoint/\n'],
    ['that has one of the lines', 'raw_help/\ndist\n', 'raw_help/\ndist\n.fixpoint/\n'],
    ['with Windows line ends', 'dist\r\nraw_help/\r\n.fixpoint/\r\n', 'dist\r\nraw_help/\r\n.fixpoint/\r\n'],
  ])('adds only the missing lines to a .gitignore %s', async (_name, before, after) => {
    tree.write('.gitignore', before);
    expect((await init()).gitignore).toBe(after);
  });

  it('formats what it changed unless it is told not to', async () => {
    await initGenerator(tree, {});
    expect(formatFiles).toHaveBeenCalledTimes(1);
    await initGenerator(tree, { skipFormat: true });
    expect(formatFiles).toHaveBeenCalledTimes(1);
  });
});

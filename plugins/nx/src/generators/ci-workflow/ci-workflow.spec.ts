import { addProjectConfiguration, updateNxJson, type Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { parse } from 'yaml';
import { ciWorkflowGenerator, type CiWorkflowGeneratorOptions } from './ci-workflow';

const WATCH = '.github/workflows/fixpoint-release-watch.yml';

describe('ci-workflow', () => {
  let tree: Tree;
  beforeEach(() => {
    tree = createTreeWithEmptyWorkspace();
    tree.write('cli_manifests/gh/RULES.json', '{}');
    tree.write('libs/x/cli_manifest/RULES.json', '{}');
    tree.write('elsewhere/RULES.json', '{}');
    addProjectConfiguration(tree, 'tool', { root: 'libs/x' });
  });

  const generate = (options: CiWorkflowGeneratorOptions = {}) =>
    ciWorkflowGenerator(tree, { skipFormat: true, ...options });
  const roots = (): unknown =>
    (
      parse(tree.read(WATCH, 'utf-8') ?? '') as {
        jobs: { watch: { strategy: { matrix: { root: unknown } } } };
      }
    ).jobs.watch.strategy.matrix.root;

  it('writes the workflows for every tool, the same whenever it runs', async () => {
    await generate();
    const written = () =>
      tree
        .children('.github/workflows')
        .map((name) => [name, tree.read(`.github/workflows/${name}`, 'utf-8')]);
    const first = written();
    expect(first.map(([name]) => name)).toEqual([
      'fixpoint-release-watch.yml',
      'fixpoint-snapshot.yml',
      'fixpoint-validate.yml',
    ]);
    expect(roots()).toEqual(['cli_manifests/gh', 'libs/x/cli_manifest']);
    await generate();
    expect(written()).toEqual(first);
  });

  it.each([['tool'], ['libs/x'], ['libs/x/cli_manifest/']])(
    'writes them for the tool %s only',
    async (name) => {
      await generate({ projects: [name] });
      expect(roots()).toEqual(['libs/x/cli_manifest']);
    },
  );

  it('uses the branch of the workspace and what it is told', async () => {
    updateNxJson(tree, { defaultBase: 'trunk' });
    await generate({ command: 'node fixpoint.cjs', nodeVersion: '20', schedule: '0 1 * * 1' });
    const text = ['release-watch', 'snapshot', 'validate']
      .map((name) => tree.read(`.github/workflows/fixpoint-${name}.yml`, 'utf-8'))
      .join();
    for (const part of ['trunk', 'node fixpoint.cjs snapshot', "node-version: '20'", '0 1 * * 1'])
      expect(text).toContain(part);
  });

  it('refuses tools that there are not', async () => {
    await expect(generate({ projects: ['absent'] })).rejects.toThrow(
      'projects: absent has no RULES.json; there are cli_manifests/gh, libs/x/cli_manifest',
    );
    tree.delete('cli_manifests');
    tree.delete('libs/x/cli_manifest');
    await expect(generate()).rejects.toThrow('no RULES.json was found');
  });
});

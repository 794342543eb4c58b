import { statSync } from 'node:fs';
import { DERIVED, ENDS, tasksOf, writeDemo } from '../workspace/demo';
import type { E2eWorkspace } from '../workspace/e2e-workspace';
import { packedPlugin } from '../workspace/tarball';

/** Installs the plugin, runs the pipeline for the first time and commits what it wrote. */
export function adopting(workspace: E2eWorkspace): void {
  it('is installed and registered by nx add', async () => {
    const { code, output } = await workspace.nx(['add', `@fixpoint/nx@file:${packedPlugin()}`]);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('added successfully') });
    expect(JSON.parse(workspace.read('nx.json'))).toMatchObject({
      plugins: [{ plugin: '@fixpoint/nx/plugin', options: {} }],
    });
    expect(workspace.read('.gitignore')).toBe('node_modules/\n.nx/\nraw_help/\n.fixpoint/\n');
    expect(workspace.repo.git('status', '--short').split('\n')).toEqual([
      ' M .gitignore',
      ' M nx.json',
      ' M package-lock.json',
      ' M package.json',
    ]);
  });

  it('is small, without sources, and has the command line in it', async () => {
    expect(statSync(packedPlugin()).size).toBeLessThan(1024 * 1024);
    expect(workspace.exists('node_modules/@fixpoint/nx/src')).toBe(false);
    const { code, output } = await workspace.paste('npx fixpoint --help');
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('Usage: fixpoint') });
  });

  it('derives everything from a marker, a program and a wrapper in one run', async () => {
    writeDemo(workspace);
    workspace.repo.git('add', '--all');
    const { code, output, tasks } = await workspace.nx(['run-many', '-t', ...ENDS]);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(tasks).toEqual(
      tasksOf({
        'wrapper-coverage': 'ran',
        snapshot: 'ran',
        union: 'ran',
        report: 'ran',
        'surface-diff': 'ran',
        'version-metadata': 'ran',
      }),
    );
    expect(workspace.repo.git('ls-files', '--others', '--exclude-standard').split('\n')).toEqual(
      [...DERIVED].sort(),
    );
    workspace.repo.commit('Derive');
  });

  it('runs what it wrote once more, which changes nothing, and answers from the cache from then on [FP-NX-011]', async () => {
    await workspace.nx(['run-many', '-t', ...ENDS]);
    expect(workspace.repo.git('status', '--short')).toBe('');
    const { tasks } = await workspace.nx(['run-many', '-t', ...ENDS]);
    expect(tasks).toEqual(
      tasksOf({
        'wrapper-coverage': 'hit',
        snapshot: 'hit',
        union: 'hit',
        report: 'hit',
        'surface-diff': 'hit',
        'version-metadata': 'hit',
      }),
    );
    expect(workspace.repo.git('status', '--short')).toBe('');
    expect((await workspace.nx(['run', 'demo:validate'])).tasks).toEqual(tasksOf({ validate: 'ran' }));
  });
}

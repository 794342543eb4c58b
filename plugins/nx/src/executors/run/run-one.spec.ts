import { tempDirectory } from '@fixpoint/testkit';
import { contextOf, taskGraphOf } from '../../testing/contexts';
import { runOne, type RunTask } from './run-one';

const ROOT = 'cli_manifests/demo';

describe('runOne', () => {
  const workspace = tempDirectory();

  function task(rest: Partial<RunTask> = {}): RunTask {
    const context = contextOf({ root: workspace.path });
    return { target: 'validate', options: { root: ROOT }, project: 'demo', context, ...rest };
  }

  function writeMarker(wrapper?: object): void {
    const targets = { here: { platform: 'linux', required: true } };
    const marker = { rules_schema_version: 2, tool: { name: 'demo' }, targets, wrapper };
    workspace.write(`${ROOT}/RULES.json`, JSON.stringify(marker, null, 2));
  }

  it('prints what the command line prints, with Nx commands as fixes', async () => {
    writeMarker();
    const { success, output } = await runOne(task({ target: 'union' }));
    expect({ success, output }).toMatchInlineSnapshot(`
      {
        "output": "cli_manifests/demo/snapshots
        error there is no snapshot of any version for an expected target: nothing to merge [union/no-snapshots]
        fix: npx nx run demo:snapshot

      ✗ 1 error in 1 file (union)
      ",
        "success": false,
      }
    `);
  });

  it('prints in the format that is asked for', async () => {
    writeMarker();
    const { output } = await runOne(task({ target: 'union', options: { root: ROOT, format: 'json' } }));
    expect(JSON.parse(output)).toMatchObject({ ok: false });
  });

  it('says what is wrong with a broken marker, with the nearest key (trap 8)', async () => {
    workspace.write(`${ROOT}/RULES.json`, '{ "rules_schema_version": 2, "tol": { "name": "demo" } }');
    const { success, output } = await runOne(task());
    expect(success).toBe(false);
    expect(output).toContain('did you mean "tool"?');
  });

  it.each([
    ['a file', { source: { file: '../../shared/coverage.json' } }, 'shared/coverage.json'],
    ['a directory', { evidence: { directory: '../../../elsewhere', files: ['*.ts'] } }, '../elsewhere'],
  ])(
    'refuses %s that Nx cannot see, because a cached verdict would outlive it (trap 13) [FP-NX-010]',
    async (...args) => {
      const [, wrapper, place] = args;
      writeMarker(wrapper);
      workspace.write('shared/coverage.json', '{ "schema_version": 1, "coverage": [] }');
      const { success, output } = await runOne(task());
      expect(success).toBe(false);
      expect(output).toContain(`${place} belongs to no project of the workspace`);
      const { output: seen } = await runOne(
        task({
          context: contextOf({
            root: workspace.path,
            projects: { demo: { root: ROOT }, shared: { root: 'shared' } },
          }),
        }),
      );
      expect(seen.includes('belongs to no project')).toBe(place.startsWith('..'));
    },
  );

  it('refuses to validate in a run that writes: the pass would be kept for the files before it (trap 12) [FP-NX-009]', async () => {
    writeMarker();
    const taskGraph = taskGraphOf({ 'demo:union': [], 'demo:validate': [], 'demo:report': ['demo:union'] });
    const { success, output } = await runOne(
      task({ context: contextOf({ root: workspace.path, taskGraph }) }),
    );
    expect(success).toBe(false);
    expect(output).toContain('npx nx run demo:report && npx nx run demo:union && npx nx run demo:validate');
  });

  it.each([
    ['validates other roots', { 'demo:validate': [], 'other:validate': [] }],
    ['writes other roots', { 'demo:validate': [], 'other:union': [] }],
    ['measures without writing', { 'demo:validate': [], 'demo:snapshot-verify': [] }],
  ])('validates in a run that %s', async (_name, dependencies) => {
    writeMarker();
    const context = contextOf({ root: workspace.path, taskGraph: taskGraphOf(dependencies) });
    expect((await runOne(task({ context }))).output).not.toContain('did not run');
  });

  it.each([
    ['the target that mends', 'mend', 'mend links with: npx nx run demo:mend'],
    ['that there is none', undefined, 'run the target without --fix'],
  ])('refuses --fix and tells %s', async (_name, mending, remedy) => {
    writeMarker();
    const target = { executor: '@fixpoint/nx:link-fix', options: { root: ROOT } };
    const projects = { demo: { root: ROOT, targets: mending === undefined ? {} : { [mending]: target } } };
    const context = contextOf({ root: workspace.path, projects });
    const { success, output } = await runOne(task({ options: { root: ROOT, fix: true }, context }));
    expect(success).toBe(false);
    expect(output).toContain(`fix: ${remedy}`);
  });

  it('tells a defect instead of throwing it', async () => {
    const outcome = await runOne({ ...task(), options: undefined as never });
    expect(outcome).toEqual({ success: false, output: expect.stringContaining('TypeError') });
  });
});

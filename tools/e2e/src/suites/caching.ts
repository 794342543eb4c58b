import { BINARY, DERIVED, REPORTS, ROOT, SNAPSHOT, tasksOf, UNION } from '../workspace/demo';
import type { E2eWorkspace } from '../workspace/e2e-workspace';

/** What a run answers from the cache, and what it does not. */
export function caching(workspace: E2eWorkspace): void {
  it('nothing that follows from a changed program: one run, and everything is new', async () => {
    workspace.edit(BINARY, '      --steam ', '      --salt            Add salt\n      --steam ');
    const { tasks } = await workspace.nx(['run', 'demo:surface-diff']);
    expect(tasks).toEqual(
      tasksOf({
        'wrapper-coverage': 'hit',
        snapshot: 'ran',
        union: 'ran',
        report: 'ran',
        'surface-diff': 'ran',
      }),
    );
    const changed = [SNAPSHOT, UNION, `${REPORTS}/coverage.any.json`, `${REPORTS}/work-queue.md`];
    for (const file of changed)
      expect([file, workspace.read(file)]).toEqual([file, expect.stringContaining('--salt')]);
    const written = workspace.repo.git('diff', '--name-only');
    const again = await workspace.nx(['run', 'demo:surface-diff']);
    expect([again.code, workspace.repo.git('diff', '--name-only')]).toEqual([0, written]);
  });

  it('a snapshot that was lost, without touching the union beside it', async () => {
    const snapshot = workspace.read(SNAPSHOT);
    workspace.remove(SNAPSHOT);
    workspace.remove(`${ROOT}/raw_help`);
    workspace.edit(UNION, '--steam', '--steem');
    const tampered = workspace.read(UNION);
    // As before the very first run, whose result this is.
    expect((await workspace.nx(['run', 'demo:snapshot'])).tasks).toMatchObject(tasksOf({ snapshot: 'hit' }));
    expect(workspace.read(SNAPSHOT)).toBe(snapshot);
    expect(workspace.exists(`${ROOT}/raw_help/1.0.0/here/commands/bake/help.txt`)).toBe(true);
    expect(workspace.read(UNION)).toBe(tampered);
  });

  it('no file that is kept by hand because nothing declares it', async () => {
    const hand = 'cli_manifests/hand';
    const rules = JSON.parse(workspace.read(`${ROOT}/RULES.json`)) as object;
    workspace.write(`${hand}/RULES.json`, JSON.stringify({ ...rules, wrapper: { name: 'by hand' } }));
    const coverage = (level: string): string =>
      `{"schema_version":1,"generated_at":"2024-01-01T00:00:00Z","coverage":[{"path":["bake"],"level":"${level}"}]}`;
    for (const level of ['explicit', 'passthrough']) {
      workspace.write(`${hand}/wrapper_coverage.json`, coverage(level));
      await workspace.nx(['run', 'hand:wrapper-coverage']);
      expect(workspace.read(`${hand}/wrapper_coverage.json`)).toBe(coverage(level));
    }
  });

  it('no pass of a run that wrote what it compared (trap 12) [FP-NX-009]', async () => {
    workspace.edit(UNION, '--steam', '--steem');
    const tampered = workspace.read(UNION);
    const { code, output } = await workspace.nx(['run-many', '-t', 'union', 'validate', '-p', 'demo']);
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringContaining('usage/validate-beside-writes'),
    });
    expect(workspace.repo.git('diff', '--name-only', '--', ...DERIVED)).toBe('');
    workspace.write(UNION, tampered);
    expect((await workspace.nx(['run', 'demo:validate'])).tasks).toEqual(tasksOf({ validate: 'failed' }));
  });
}

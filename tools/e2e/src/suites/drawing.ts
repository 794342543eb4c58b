import { RULES } from '../workspace/demo';
import type { E2eWorkspace } from '../workspace/e2e-workspace';

interface GraphFile {
  readonly graph: { readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>> };
}

/** Edges of the project graph, which follow the marker (trap 1). */
export function drawing(workspace: E2eWorkspace): void {
  async function edges(): Promise<readonly string[]> {
    await workspace.nx(['graph', '--file=.nx/graph.json']);
    const { graph } = JSON.parse(workspace.read('.nx/graph.json')) as GraphFile;
    return (graph.dependencies['demo'] ?? []).map(({ target }) => target);
  }

  it('to the project of the wrapper, as long as the marker leads there', async () => {
    expect(await edges()).toEqual(['demo-wrapper']);
    const { wrapper: _wrapper, ...rules } = JSON.parse(workspace.read(RULES)) as Record<string, unknown>;
    workspace.write(RULES, JSON.stringify(rules));
    expect(await edges()).toEqual([]);
    workspace.write(RULES, JSON.stringify({ ...rules, wrapper: { project: 'demo-wrapper' } }));
    expect(await edges()).toEqual(['demo-wrapper']);
  });

  it('with a daemon as well, which resolves packages with the condition "development" (trap of the facts, 3.2)', async () => {
    const env = { NX_DAEMON: 'true' };
    try {
      const { code, output } = await workspace.nx(['show', 'project', 'demo', '--json'], env);
      expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('@fixpoint/nx:validate') });
      expect((await workspace.nx(['daemon'], env)).output).toContain('currently running');
      expect((await workspace.nx(['run', 'demo:validate'], env)).code).toBe(0);
    } finally {
      await workspace.nx(['daemon', '--stop'], env);
    }
  });
}

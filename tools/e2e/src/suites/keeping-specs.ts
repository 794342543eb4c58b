import type { E2eWorkspace, NxRun } from '../workspace/e2e-workspace';
import {
  CATALOG_INDEX,
  CATALOG_SPEC,
  CATALOG_TRACE,
  CODE,
  DESK_TEST,
  FEATURE,
  GUIDE,
  LOANS_INDEX,
  NEIGHBOUR,
  STEPS,
  TEST,
  writeLibrary,
} from '../workspace/library';
import { packedPlugin } from '../workspace/tarball';

const VALIDATE = ['run-many', '-t', 'validate'];
const EXTRACT = ['run-many', '-t', 'spec-extract'];

/** Adopts specs, with a marker and without one, and commits what is derived. */
export function adoptingSpecs(workspace: E2eWorkspace): void {
  it('derives an index of every folder of specs', async () => {
    await workspace.nx(['add', `@fixpoint/nx@file:${packedPlugin()}`]);
    writeLibrary(workspace);
    const { code, output, tasks } = await workspace.nx(EXTRACT);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(tasks).toEqual({ 'catalog:spec-extract': 'ran', 'loans:spec-extract': 'ran' });
    expect(workspace.read(CATALOG_INDEX)).toContain('  LIB-1003:\n');
    expect(workspace.read(LOANS_INDEX)).toContain('      - MUST NOT\n');
  });

  it('is not valid before the trace is written, and says how to write it', async () => {
    const { code, output } = await workspace.nx(VALIDATE);
    expect(code).toBe(1);
    const fixes = [...output.matchAll(/^\s*fix: (npx nx run .*:trace)$/gm)].map(
      ([, command = '']) => command,
    );
    expect([...new Set(fixes)].sort()).toEqual(['npx nx run catalog:trace', 'npx nx run loans:trace']);
    for (const command of new Set(fixes)) expect((await workspace.paste(command)).code).toBe(0);
    const second = await workspace.nx(VALIDATE);
    expect({ code: second.code, output: second.output }).toMatchObject({ code: 0 });
    expect(workspace.read(NEIGHBOUR)).toBe('kept: by hand\n');
    workspace.repo.commit('Derive');
  });

  it('is answered from the cache from then on', async () => {
    await workspace.nx([...EXTRACT, 'trace', 'link-check', 'spec-lint', 'stepcheck']);
    await workspace.nx(EXTRACT);
    expect((await workspace.nx(EXTRACT)).tasks).toEqual({
      'catalog:spec-extract': 'hit',
      'loans:spec-extract': 'hit',
    });
    await workspace.nx(VALIDATE);
    expect((await workspace.nx(VALIDATE)).tasks).toEqual({
      'catalog:validate': 'hit',
      'loans:validate': 'hit',
    });
  });

  it('draws an edge from the project of a test to that of the requirement it proves', async () => {
    await workspace.nx(['graph', '--file=graph.json']);
    const { graph } = JSON.parse(workspace.read('graph.json')) as {
      graph: { dependencies: Record<string, { target: string }[]> };
    };
    workspace.remove('graph.json');
    expect(graph.dependencies['desk']?.map(({ target }) => target)).toEqual(['catalog']);
    expect(graph.dependencies['catalog']).toEqual([]);
    expect(graph.dependencies['loans']).toEqual([]);
  });
}

/** Breaks specs, code, links and steps in the ways that happen. */
export function breakingSpecs(workspace: E2eWorkspace): void {
  const validate = (): Promise<NxRun> => workspace.nx(VALIDATE);
  const extractAffected = async (): Promise<string[]> => {
    const args = ['show', 'projects', '--affected', '--uncommitted', '--with-target', 'spec-extract'];
    return (await workspace.nx(args)).output.trim().split('\n').sort();
  };

  it('a spec that changes: one project to extract again', async () => {
    workspace.edit(CATALOG_SPEC, 'every title once', 'every title exactly once');
    expect(await extractAffected()).toEqual(['catalog']);
    expect((await workspace.nx(EXTRACT)).tasks).toEqual({
      'catalog:spec-extract': 'ran',
      'loans:spec-extract': 'hit',
    });
  });

  it('a requirement that says something else: its links are suspect until somebody confirms them', async () => {
    workspace.edit(CATALOG_SPEC, 'every title once', 'every title exactly once');
    expect((await workspace.paste('npx nx run catalog:spec-extract && npx nx run catalog:trace')).code).toBe(
      0,
    );
    const { code, output } = await validate();
    expect(code).toBe(1);
    expect(output).toContain('trace/suspect-link');
    const [, confirm = ''] = /^\s*fix: .*(npx nx run catalog:trace --confirm=LIB-1001)/m.exec(output) ?? [];
    expect({ confirm, output }).toMatchObject({ confirm: expect.stringContaining('--confirm') });
    expect((await workspace.paste(confirm)).code).toBe(0);
    expect(await validate()).toMatchObject({ code: 0 });
  });

  it('a spec that is only wrapped anew: no link is suspect', async () => {
    workspace.edit(CATALOG_SPEC, 'MUST list every title', 'MUST list\n  every title');
    expect((await workspace.paste('npx nx run catalog:spec-extract && npx nx run catalog:trace')).code).toBe(
      0,
    );
    expect(await validate()).toMatchObject({ code: 0 });
  });

  it('a test that goes, in another project: the gate says which requirement is left', async () => {
    workspace.write(DESK_TEST, `it('answers', () => undefined);\n`);
    await workspace.paste('npx nx run catalog:trace');
    const { code, output } = await validate();
    expect(code).toBe(1);
    expect(output).toContain('trace/below-threshold');
    expect(output).toContain('LIB-1003');
  });

  it('an id that no spec defines: its place, and the nearest one', async () => {
    workspace.edit(CODE, 'LIB-1002', 'LIB-1020');
    const { code, output } = await validate();
    expect(code).toBe(1);
    expect(output).toMatch(/^ +4:\d+ +error .*LIB-1020/m);
    expect(output).toContain('trace/dangling-id');
  });

  it('an index that was edited by hand', async () => {
    workspace.edit(CATALOG_INDEX, 'level: must', 'level: may');
    const { code, output } = await validate();
    expect(code).toBe(1);
    expect(output).toMatch(/-.*level: may/);
    expect((await workspace.paste('npx nx run catalog:spec-extract')).code).toBe(0);
    expect(workspace.repo.git('status', '--short')).toBe('');
  });

  it('a spec that goes: its index goes with it, what was written by hand stays', async () => {
    workspace.repo.git('mv', 'libs/catalog/specs/catalog.md', 'libs/catalog/specs/titles.md');
    workspace.edit(GUIDE, 'catalog.md#', 'titles.md#');
    await workspace.nx([...EXTRACT]);
    expect(workspace.exists(CATALOG_INDEX)).toBe(false);
    expect(workspace.read(NEIGHBOUR)).toBe('kept: by hand\n');
    await workspace.paste('npx nx run catalog:trace');
    expect(await validate()).toMatchObject({ code: 0 });
    workspace.repo.git('reset', '--hard', '--quiet');
  });

  it('a heading that is renamed: the link to it, the anchor that is meant, and the command that mends it', async () => {
    workspace.edit(GUIDE, '#titles', '#title-s');
    const { code, output } = await validate();
    expect(code).toBe(1);
    expect(output).toMatch(/docs\/guide\.md\n +3:\d+ +error /);
    const [, command = ''] = /(npx nx run catalog:link-fix)/.exec(output) ?? [];
    expect((await workspace.paste(command)).code).toBe(0);
    expect(workspace.repo.git('status', '--short')).toBe('');
  });

  it('a file of another project that goes: what links to it is affected', async () => {
    workspace.remove('apps/desk/README.md');
    const { code, output, tasks } = await validate();
    expect({ code, tasks }).toEqual({
      code: 1,
      tasks: { 'catalog:validate': 'failed', 'loans:validate': 'hit' },
    });
    expect(output).toContain('link-check/missing-file');
    const { output: affected } = await workspace.nx(['show', 'projects', '--affected', '--uncommitted']);
    expect(affected.trim().split('\n').sort()).toEqual(['catalog', 'desk']);
  });

  it('--fix where it mends nothing: the target that does', async () => {
    const { code, output } = await workspace.nx(['run', 'catalog:link-check', '--fix']);
    expect(code).toBe(1);
    expect(output).toContain('fix: mend links with: npx nx run catalog:link-fix');
  });

  it('specs deep in a project, as its own: no second project takes its files away', async () => {
    workspace.write('apps/desk/src/specs/desk.md', '# Desk\n\n- [DESK-3001] The desk MUST answer.\n');
    workspace.write('libs/loans/src/specs/more.md', '# More\n\n- [LOAN-3001] A loan MUST end.\n');
    const { output } = await workspace.nx(['show', 'projects']);
    expect(output.trim().split('\n').sort()).toEqual(['catalog', 'desk', 'loans']);
    const { tasks } = await workspace.nx(EXTRACT);
    expect(tasks).toEqual({
      'catalog:spec-extract': 'hit',
      'desk:spec-extract': 'ran',
      'loans:spec-extract': 'ran',
    });
    expect(workspace.exists('apps/desk/src/requirements/desk.yaml')).toBe(true);
    expect(workspace.exists('libs/loans/src/requirements/more.yaml')).toBe(true);
  });

  it('no specs in a folder of tests that a README describes', async () => {
    workspace.write('apps/desk/specs/README.md', '# End-to-end tests\n');
    const { tasks } = await workspace.nx(VALIDATE);
    expect(Object.keys(tasks).sort()).toEqual(['catalog:validate', 'loans:validate']);
  });

  it('a step without a definition, and one with two', async () => {
    workspace.edit(FEATURE, 'When it is lent', 'When it is given away');
    const { code, output, tasks } = await validate();
    expect({ code, tasks }).toEqual({
      code: 1,
      tasks: { 'catalog:validate': 'hit', 'loans:validate': 'failed' },
    });
    expect(output).toContain('stepcheck/undefined-step');
    workspace.edit(FEATURE, 'When it is given away', 'When it is lent');
    workspace.edit(STEPS, '/^it is away$/', '/^it is/');
    const second = await validate();
    expect(second.output).toContain('stepcheck/ambiguous-step');
  });

  it('a code file that changes nothing that is traced: the verdict stays', async () => {
    workspace.edit(TEST, 'lists every title once', 'lists each title once');
    await workspace.paste('npx nx run catalog:trace');
    expect(workspace.read(CATALOG_TRACE)).toContain('lists each title once');
    expect(await validate()).toMatchObject({ code: 0 });
  });
}

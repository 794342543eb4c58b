import { BAKE, COVERAGE, EVIDENCE, REPORTS, ROOT, tasksOf, UNION, WRAPPER_COVERAGE } from '../workspace/demo';
import type { E2eWorkspace, NxRun } from '../workspace/e2e-workspace';

const AFFECTED = ['affected', '-t', 'validate'];

/** Breaks committed files in the ways that happen, and follows what the output says. */
export function drifting(workspace: E2eWorkspace): void {
  const validate = (): Promise<NxRun> => workspace.nx(AFFECTED);

  async function follow(commands: readonly string[]): Promise<void> {
    for (const command of commands) expect((await workspace.paste(command)).code).toBe(0);
    const { code, output } = await workspace.nx(['run', 'demo:validate']);
    expect({ code, output }).toMatchObject({ code: 0 });
  }

  it('nowhere when only a README changed: no task runs', async () => {
    workspace.write('README.md', 'Hello\n');
    const { code, tasks } = await validate();
    expect({ code, tasks }).toEqual({ code: 0, tasks: {} });
  });

  it('in an edited flag of the union: names flag, file, patch, and the command that repairs it [FP-DIAG-003]', async () => {
    workspace.edit(UNION, '"key": "--steam"', '"key": "--steem"');
    const { code, output } = await validate();
    expect(code).toBe(1);
    expect(output).toContain(`${UNION}\n`);
    expect(output).toContain('flag --steem of command "bake": committed, but the inputs do not give it');
    expect(output).toMatch(/-\s+"key": "--steem",\n\s*\+\s+"key": "--steam",/);
    const fixes = output
      .split('\n')
      .flatMap((line) => /^\s*fix: (npx nx run demo:union)$/.exec(line)?.slice(1) ?? []);
    expect(fixes).toHaveLength(1);
    await follow(fixes);
    expect(workspace.repo.git('status', '--short')).toBe('');
  });

  it('in a missing report, one too many, and one cut in half: all at once', async () => {
    const any = workspace.read(`${REPORTS}/coverage.any.json`);
    workspace.remove(`${REPORTS}/coverage.all.json`);
    workspace.write(`${ROOT}/reports/0.9.0/coverage.any.json`, any);
    workspace.write(`${REPORTS}/coverage.any.json`, any.slice(0, any.length / 2));
    const { code, output } = await validate();
    expect(code).toBe(1);
    for (const part of [
      `${REPORTS}/coverage.all.json`,
      'report/artifact-missing',
      `${REPORTS}/coverage.any.json`,
      'report/artifact-unreadable',
      `${ROOT}/reports/0.9.0/coverage.any.json`,
      'report/artifact-orphan',
    ]) {
      expect(output).toContain(part);
    }
    await follow(['npx nx run demo:report']);
    expect(workspace.repo.git('status', '--short')).toBe('');
  });

  it('in what follows from a changed declaration of coverage', async () => {
    workspace.edit(
      COVERAGE,
      "level: 'explicit' }]",
      "level: 'explicit' }, { key: '--steam', level: 'unsupported' }]",
    );
    const { code, output, tasks } = await validate();
    expect({ code, tasks }).toEqual({ code: 1, tasks: tasksOf({ validate: 'failed' }) });
    expect(output).toContain(`${WRAPPER_COVERAGE}\n`);
    expect(output).toContain('--steam');
    expect(output).toContain('fix: npx nx run demo:wrapper-coverage');
    await follow(['npx nx run-many -t surface-diff version-metadata']);
  });

  it('between the source of the wrapper and what it declares, with file and line [FP-EVID-002]', async () => {
    workspace.edit(BAKE, "'--heat'", "'--steam', '--heat'");
    const { code, output } = await validate();
    expect(code).toBe(1);
    expect(output).toContain(`${BAKE}\n`);
    expect(output).toMatch(
      /^ +5:26 error the wrapper passes flag --steam of "bake", but its coverage does not declare it/m,
    );
    expect(output).toContain(`${EVIDENCE}\n`);
  });
}

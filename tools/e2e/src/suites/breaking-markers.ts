import { RULES } from '../workspace/demo';
import type { E2eWorkspace } from '../workspace/e2e-workspace';

const OTHER = 'libs/other';
const MARKER = `${OTHER}/cli_manifest/RULES.json`;

/** A marker that cannot be read concerns its own project and nobody else (trap 8). */
export function breakingMarkers(workspace: E2eWorkspace): void {
  function addOther(marker: string): void {
    workspace.write(
      `${OTHER}/project.json`,
      '{ "name": "other-tool", "targets": { "build": { "command": "echo built" } } }\n',
    );
    workspace.write(MARKER, marker);
  }

  it('one with a typo, in a batch with one that is right and kept as such (trap 7: it has the name of its project)', async () => {
    const rules = workspace.read(RULES);
    addOther(rules.replace('"wrapper":', '"wraper":'));
    workspace.write(RULES, `${rules}\n`);
    const validate = () => workspace.nx(['run-many', '-t', 'validate', '--batch']);
    const { code, output, tasks } = await validate();
    expect({ code, tasks }).toEqual({
      code: 1,
      tasks: { 'demo:validate': 'ran', 'other-tool:validate': 'failed' },
    });
    expect(output).toContain(`${MARKER}\n`);
    expect(output).toContain('unknown key "wraper": did you mean "wrapper"?');
    expect((await validate()).tasks).toEqual({ 'demo:validate': 'hit', 'other-tool:validate': 'failed' });
  });

  it('one cut in half: projects are listed, others run, and its own validate says what is wrong [FP-NX-002]', async () => {
    const rules = workspace.read(RULES);
    addOther(rules.slice(0, rules.length / 2));
    expect((await workspace.nx(['show', 'projects'])).output.trim().split('\n').sort()).toEqual([
      'demo',
      'demo-wrapper',
      'other-tool',
    ]);
    const { code, tasks } = await workspace.nx(['run-many', '-t', 'build', 'validate', '--skip-nx-cache']);
    expect({ code, tasks }).toEqual({
      code: 1,
      tasks: { 'other-tool:build': 'ran', 'demo:validate': 'ran', 'other-tool:validate': 'failed' },
    });
    const { output } = await workspace.nx(['run', 'other-tool:validate']);
    expect(output).toContain('RULES.json is not JSON');
    expect(output).not.toMatch(/^\s+at .*\.js:\d+/m);
  });
}

import { renderVerdicts, runTarget, type TargetName } from '@fixpoint/runner';
import type { RunExecutorOptions } from './options';

/** One task of an executor. */
export interface RunTask {
  readonly target: TargetName;
  readonly options: RunExecutorOptions;
  readonly project: string;
  readonly workspaceRoot: string;
}

/** What one task came to, with what it prints. */
export interface TaskOutcome {
  readonly success: boolean;
  readonly output: string;
}

/** Runs one target over one root. Never throws: a defect of ours is an outcome as well. */
export async function runOne({ target, options, project, workspaceRoot }: RunTask): Promise<TaskOutcome> {
  const verdict = await runTarget({
    target,
    root: options.root,
    base: workspaceRoot,
    version: options.release,
    triple: options.triple,
    binary: options.binary,
  });
  const { output, exitCode } = renderVerdicts([verdict], {
    format: options.format ?? 'text',
    command: (fix) => toNxCommand(fix, { project, root: options.root }),
  });
  return { success: exitCode === 0, output };
}

/** A fix of this root's own targets as the Nx command that does the same. */
export function toNxCommand(fix: string, { project, root }: { project: string; root: string }): string {
  const own = /^fixpoint (\S+) --root (\S+)(?: --version (\S+))?$/.exec(fix);
  if (own === null || own[2] !== root) return fix.startsWith('fixpoint ') ? `npx ${fix}` : fix;
  return `npx nx run ${project}:${own[1]}${own[3] === undefined ? '' : ` --release=${own[3]}`}`;
}

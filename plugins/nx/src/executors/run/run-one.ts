import type { ExecutorContext } from '@nx/devkit';
import type { Verdict } from '@fixpoint/model';
import { renderVerdicts, runTarget } from '@fixpoint/runner';
import type { TargetId } from '../../options';
import { besideWrites } from './beside-writes';
import { toNxCommands } from './nx-commands';
import type { RunExecutorOptions } from './options';
import { withUnseenSources } from './unseen-sources';

/** One task of an executor. */
export interface RunTask {
  readonly target: TargetId;
  readonly options: RunExecutorOptions;
  readonly project: string;
  readonly context: ExecutorContext;
}

/** What one task came to, with what it prints. */
export interface TaskOutcome {
  readonly success: boolean;
  readonly output: string;
}

/** Runs one target over one root. Never throws: a defect of ours is an outcome as well. */
export async function runOne(task: RunTask): Promise<TaskOutcome> {
  try {
    const { output, exitCode } = renderVerdicts(
      [besideWrites(task) ?? withUnseenSources(await run(task), task)],
      {
        format: task.options.format ?? 'text',
        command: toNxCommands(task),
      },
    );
    return { success: exitCode === 0, output };
  } catch (error) {
    return { success: false, output: `${error instanceof Error ? error.stack : String(error)}\n` };
  }
}

function run({ target, options, context }: RunTask): Promise<Verdict> {
  return runTarget({
    target,
    root: options.root,
    base: context.root,
    version: options.release,
    triple: options.triple,
    binary: options.binary,
  });
}

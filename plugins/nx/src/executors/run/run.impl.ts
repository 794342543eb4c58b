import type { ExecutorContext, PromiseExecutor } from '@nx/devkit';
import type { TargetName } from '@fixpoint/runner';
import type { RunExecutorOptions } from './options';
import { runOne } from './run-one';

function executorOf(target: TargetName): PromiseExecutor<RunExecutorOptions> {
  return async (options, context: ExecutorContext) => {
    const { success, output } = await runOne({
      target,
      options,
      project: context.projectName ?? '',
      workspaceRoot: context.root,
    });
    process.stdout.write(output);
    return { success };
  };
}

export const snapshot = executorOf('snapshot');
export const snapshotVerify = executorOf('snapshot-verify');
export const union = executorOf('union');
export const wrapperCoverage = executorOf('wrapper-coverage');
export const report = executorOf('report');
export const validate = executorOf('validate');

import type { ExecutorContext } from '@nx/devkit';
import type { VersionClaim } from '@fixpoint/model';
import { promote, renderVerdicts, retain, runTarget, type StepResult } from '@fixpoint/runner';
import type { TargetId } from '../../options';
import type { TargetRoot } from '../../target-roots';
import { besideWrites } from './beside-writes';
import { toNxCommands } from './nx-commands';
import type { RunExecutorOptions } from './options';
import { refusedFix } from './refused-fix';
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

/** Runs one target over its roots. Never throws: a defect of ours is an outcome as well. */
export async function runOne(task: RunTask): Promise<TaskOutcome> {
  try {
    const outcomes: TaskOutcome[] = [];
    const { root, documents, also = [] } = task.options;
    for (const at of [{ root, documents }, ...also]) outcomes.push(await runRoot(withRoot(task, at)));
    return {
      success: outcomes.every(({ success }) => success),
      output: outcomes.map(({ output }) => output).join(''),
    };
  } catch (error) {
    return { success: false, output: `${error instanceof Error ? error.stack : String(error)}\n` };
  }
}

async function runRoot(task: RunTask): Promise<TaskOutcome> {
  const refused = refusedFix(task) ?? besideWrites(task);
  const { verdict, text } = refused === undefined ? await run(task) : { verdict: refused };
  const { output, exitCode } = renderVerdicts([await withUnseenSources(verdict, task)], {
    format: task.options.format ?? 'text',
    command: toNxCommands(task),
  });
  return { success: exitCode === 0, output: exitCode === 0 ? (text ?? output) : `${text ?? ''}${output}` };
}

function withRoot(task: RunTask, { root, documents }: TargetRoot): RunTask {
  const { also: _also, documents: _documents, ...options } = task.options;
  return { ...task, options: { ...options, root, ...(documents && { documents }) } };
}

type Run = (task: RunTask) => Promise<StepResult>;

/** Steps in a version's life are planned before they are made; everything else derives. */
const STEPS: Partial<Record<TargetId, Run>> = {
  promote: ({ options, context }) =>
    promote({
      root: options.root,
      base: context.root,
      version: options.release,
      targets: options.triple === undefined ? undefined : [options.triple],
      apply: options.apply,
      allowBackward: options.allowBackward,
      minSupported: options.minSupported,
    }),
  retain: ({ options, context }) => retain({ root: options.root, base: context.root, apply: options.apply }),
  'link-fix': async ({ options, context }) => ({
    verdict: await runTarget({ target: 'link-check', root: options.root, base: context.root, fix: true }),
  }),
};

async function run(task: RunTask): Promise<StepResult> {
  const { target, options, context } = task;
  const step = STEPS[target];
  if (step !== undefined) return step(task);
  const verdict = await runTarget({
    target,
    root: options.root,
    documents: options.documents,
    base: context.root,
    version: options.release,
    triple: options.triple,
    binary: options.binary,
    claim: claimOf(options),
    confirm: options.confirm,
  });
  return { verdict };
}

function claimOf(options: RunExecutorOptions): VersionClaim | undefined {
  const { status, passedTarget: passed, failedTarget: failed, skippedTarget: skipped } = options;
  const isClaim = [status, passed, failed, skipped].some((part) => part !== undefined);
  return isClaim ? { status, passed, failed, skipped } : undefined;
}

import type { ExecutorContext, TaskGraph } from '@nx/devkit';
import type { TargetId } from '../../options';
import type { RunExecutorOptions } from './options';
import { runOne } from './run-one';

/** What Nx reads of each task of a batch; its own type is not part of the public API. */
interface BatchTaskResult {
  readonly task: string;
  readonly result: {
    readonly success: boolean;
    readonly terminalOutput: string;
    readonly startTime: number;
    readonly endTime: number;
  };
}

type BatchExecutor = (
  taskGraph: TaskGraph,
  inputs: Record<string, RunExecutorOptions>,
  overrides: RunExecutorOptions,
  context: ExecutorContext,
) => AsyncGenerator<BatchTaskResult>;

/**
 * Runs every task of a batch in this one process, in an order that respects their dependencies.
 *
 * @req FP-NX-012
 */
function batchOf(target: TargetId): BatchExecutor {
  // What was given on the command line is in the inputs already, and there with the types of the schema.
  return async function* runBatch(taskGraph, inputs, _overrides, context) {
    for (const task of inDependencyOrder(taskGraph)) {
      const startTime = Date.now();
      const { success, output } = await runOne({
        target,
        options: inputs[task] as RunExecutorOptions,
        project: taskGraph.tasks[task]?.target.project ?? '',
        context,
      });
      yield { task, result: { success, terminalOutput: output, startTime, endTime: Date.now() } };
    }
  };
}

function inDependencyOrder({ tasks, dependencies }: TaskGraph): string[] {
  const ordered = new Set<string>();
  const visit = (task: string): void => {
    if (ordered.has(task) || !(task in tasks)) return;
    (dependencies[task] ?? []).forEach(visit);
    ordered.add(task);
  };
  Object.keys(tasks).forEach(visit);
  return [...ordered];
}

export const snapshotBatch = batchOf('snapshot');
export const snapshotVerifyBatch = batchOf('snapshot-verify');
export const unionBatch = batchOf('union');
export const wrapperCoverageBatch = batchOf('wrapper-coverage');
export const reportBatch = batchOf('report');
export const surfaceDiffBatch = batchOf('surface-diff');
export const validateBatch = batchOf('validate');
export const supportMatrixBatch = batchOf('support-matrix');
export const wrapperValidateBatch = batchOf('wrapper-validate');
export const versionMetadataBatch = batchOf('version-metadata');
export const promoteBatch = batchOf('promote');
export const retainBatch = batchOf('retain');
export const regenOpenapiBatch = batchOf('regen-openapi');
export const regenSchemaBatch = batchOf('regen-schema');
export const breakingBatch = batchOf('breaking');
export const providerVerifyBatch = batchOf('provider-verify');
export const eventTranscriptsBatch = batchOf('event-transcripts');
export const metricsLintBatch = batchOf('metrics-lint');
export const specExtractBatch = batchOf('spec-extract');
export const specLintBatch = batchOf('spec-lint');
export const traceBatch = batchOf('trace');
export const linkCheckBatch = batchOf('link-check');
export const linkFixBatch = batchOf('link-fix');
export const linkCheckExternalBatch = batchOf('link-check-external');
export const stepcheckBatch = batchOf('stepcheck');

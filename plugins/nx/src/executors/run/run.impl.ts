import type { PromiseExecutor } from '@nx/devkit';
import type { TargetId } from '../../options';
import type { RunExecutorOptions } from './options';
import { runOne } from './run-one';

function executorOf(target: TargetId): PromiseExecutor<RunExecutorOptions> {
  return async (options, context) => {
    const { success, output } = await runOne({
      target,
      options,
      project: context.projectName ?? '',
      context,
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
export const surfaceDiff = executorOf('surface-diff');
export const validate = executorOf('validate');
export const supportMatrix = executorOf('support-matrix');
export const wrapperValidate = executorOf('wrapper-validate');
export const versionMetadata = executorOf('version-metadata');
export const promote = executorOf('promote');
export const retain = executorOf('retain');
export const regenOpenapi = executorOf('regen-openapi');
export const regenSchema = executorOf('regen-schema');
export const breaking = executorOf('breaking');
export const providerVerify = executorOf('provider-verify');
export const eventTranscripts = executorOf('event-transcripts');
export const metricsLint = executorOf('metrics-lint');
export const specExtract = executorOf('spec-extract');
export const specLint = executorOf('spec-lint');
export const trace = executorOf('trace');
export const linkCheck = executorOf('link-check');
export const linkFix = executorOf('link-fix');
export const linkCheckExternal = executorOf('link-check-external');
export const stepcheck = executorOf('stepcheck');

import { DEFAULT_SCHEDULE, type WorkflowOptions } from '../workflow-options';

/** What a workspace that uses npm gets. */
export const OPTIONS: WorkflowOptions = {
  roots: ['libs/tool/cli_manifest', 'cli_manifests/other'],
  command: 'npx fixpoint',
  nx: 'npx nx',
  packageManager: 'npm',
  install: 'npm ci',
  nodeVersion: '22',
  baseBranch: 'main',
  schedule: DEFAULT_SCHEDULE,
};

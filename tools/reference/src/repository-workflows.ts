import { ciWorkflows, DEFAULT_SCHEDULE, type WorkflowFile } from '@fixpoint/ci-workflows';

/** What the generator `ci-workflow` writes for this repository, whose command line is run from its source. */
export function repositoryWorkflows(roots: readonly string[]): readonly WorkflowFile[] {
  return ciWorkflows({
    roots,
    command: 'npm run --silent fixpoint --',
    nx: 'npx nx',
    packageManager: 'npm',
    install: 'npm ci',
    nodeVersion: '20',
    baseBranch: 'main',
    schedule: DEFAULT_SCHEDULE,
  });
}

import { compareText } from '@fixpoint/model';
import { releaseWatchWorkflow } from './release-watch-workflow';
import { renderWorkflow } from './render-workflow';
import { snapshotWorkflow } from './snapshot-workflow';
import { validateWorkflow } from './validate-workflow';
import type { WorkflowOptions } from './workflow-options';

/** Where GitHub looks for workflows. */
export const WORKFLOWS_DIRECTORY = '.github/workflows';

/** One file of a workflow. */
export interface WorkflowFile {
  /** Relative to the workspace root. */
  readonly path: string;
  readonly text: string;
}

/**
 * The workflows of GitHub Actions that keep the roots up to date: the watch of upstream releases, the snapshot of a version
 * with everything that follows from it, and the check of what is committed. Nothing in them is of a tool; targets and their
 * runners are read from the markers when a workflow runs.
 */
export function ciWorkflows(options: WorkflowOptions): readonly WorkflowFile[] {
  const sorted = { ...options, roots: [...new Set(options.roots)].sort(compareText) };
  return [
    file('fixpoint-release-watch', releaseWatchWorkflow(sorted)),
    file('fixpoint-snapshot', snapshotWorkflow(sorted)),
    file('fixpoint-validate', validateWorkflow(sorted)),
  ];
}

function file(name: string, workflow: object): WorkflowFile {
  return { path: `${WORKFLOWS_DIRECTORY}/${name}.yml`, text: renderWorkflow(workflow) };
}

export { ciMatrix, type MatrixEntry } from './ci-matrix';
export { ciWorkflows, WORKFLOWS_DIRECTORY, type WorkflowFile } from './ci-workflows';
export { DEFAULT_SCHEDULE, type PackageManager, type WorkflowOptions } from './workflow-options';

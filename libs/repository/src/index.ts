export { workspaceMapDerivation, type ProjectRoot } from './workspace-map';
export { referencePagesDerivation, type ReferencePage } from './reference-pages';
export { workflowsDerivation } from './workflows';

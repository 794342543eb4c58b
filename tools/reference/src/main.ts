import { success, type AnyDerivation } from '@fixpoint/model';
import { referencePagesDerivation, workflowsDerivation, workspaceMapDerivation } from '@fixpoint/repository';
import { renderVerdicts, runTarget, type Family } from '@fixpoint/runner';
import { referencePages } from './reference-pages';
import { repositoryWorkflows } from './repository-workflows';

const pages = referencePagesDerivation(referencePages);
const workflows = workflowsDerivation(repositoryWorkflows);
const derivations: Readonly<Record<string, readonly AnyDerivation[]>> = {
  'workspace-map': [workspaceMapDerivation],
  'reference-pages': [pages],
  workflows: [workflows],
};

/** This repository as a root of its own: its marker is `nx.json`, its artifacts are the map of projects and the reference. */
const WORKSPACE: Family = {
  id: 'workspace',
  kind: 'workspace',
  marker: 'nx.json',
  parse: () => success({}),
  targets: derivations,
  validated: [workspaceMapDerivation, pages, workflows],
};

async function main(target: string): Promise<number> {
  const verdict = await runTarget({ target, root: '.', base: process.cwd(), families: [WORKSPACE] });
  const { output, exitCode } = renderVerdicts([verdict], { format: 'text' });
  process.stdout.write(output);
  return exitCode;
}

void main(process.argv[2] ?? 'validate').then((exitCode) => {
  process.exitCode = exitCode;
});

import { basename } from 'node:path/posix';
import { createNodesFromFiles, type CreateNodes } from '@nx/devkit';
import { withOutputs } from './contract-outputs';
import { normalizeOptions, type FixpointPluginOptions } from './options';
import { toProjectRoots, type ProjectRoots } from './project-roots';
import { inferTargets, mergeTargets } from './targets';

export { createDependencies } from './dependencies';

/** The name Nx shows in its reports. */
export const name = '@fixpoint/nx';

/**
 * Infers the targets of every marker. That of a wrapped tool is not opened: its path says all. A broken marker must leave every other
 * command working, and its own `validate` says what is wrong with it.
 */
export const createNodes: CreateNodes<FixpointPluginOptions> = [
  '**/{{RULES,SUPPORT,CONTRACTS}.json,redocly.yaml,*{openapi,OpenAPI,swagger}*.{json,yaml,yml}}',
  (files, options, context) => {
    const normalized = normalizeOptions(options);
    const projects = new Map(toProjectRoots(files, normalized).map((project) => [project.file, project]));
    return createNodesFromFiles(
      async (file) => {
        const { projectRoot, roots } = projects.get(file) as ProjectRoots;
        const known = await Promise.all(roots.map((root) => withOutputs(context.workspaceRoot, root)));
        const targets = mergeTargets(known.map((root) => inferTargets(root, normalized)));
        return { projects: { [projectRoot]: { name: nameOf(projectRoot), targets } } };
      },
      [...projects.keys()],
      options,
      context,
    );
  },
];

/** The name under which Nx 22 looks for the same function. */
export const createNodesV2 = createNodes;

// A project at the root of the workspace has no directory to be called after.
function nameOf(projectRoot: string): string {
  return projectRoot === '.' ? 'workspace' : basename(projectRoot);
}

import { basename } from 'node:path/posix';
import { createNodesFromFiles, type CreateNodes } from '@nx/devkit';
import { withFiles } from './root-files';
import { normalizeOptions, type FixpointPluginOptions } from './options';
import { toProjectRoots, type ProjectRoots } from './project-roots';
import { inferTargets } from './targets';
import { mergeTargets } from './merge-targets';

export { createDependencies } from './dependencies';

/** The name Nx shows in its reports. */
export const name = '@fixpoint/nx';

/**
 * Infers the targets of every marker and of every folder of specs. The marker of a wrapped tool is not opened: its path says all. A broken marker must leave every other
 * command working, and its own `validate` says what is wrong with it.
 */
export const createNodes: CreateNodes<FixpointPluginOptions> = [
  '**/{{RULES,SUPPORT,CONTRACTS,SPECS}.json,redocly.yaml,*{openapi,OpenAPI,swagger}*.{json,yaml,yml},*.{md,markdown}}',
  (files, options, context) => {
    const normalized = normalizeOptions(options);
    const projects = new Map(toProjectRoots(files, normalized).map((project) => [project.file, project]));
    const surroundings = {
      workspaceRoot: context.workspaceRoot,
      markdown: files.filter((file) => /\.(?:md|markdown)$/.test(file)),
    };
    return createNodesFromFiles(
      async (file) => {
        const { projectRoot, roots } = projects.get(file) as ProjectRoots;
        const known = await Promise.all(roots.map((root) => withFiles(root, surroundings)));
        const targets = mergeTargets(
          known.map((root) => ({ kind: root.kind, targets: inferTargets(root, normalized) })),
        );
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

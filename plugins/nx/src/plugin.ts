import { basename } from 'node:path/posix';
import { createNodesFromFiles, type CreateNodes } from '@nx/devkit';
import { createProjectAround } from './project-around';
import { createSurroundings, withFiles } from './root-files';
import { normalizeOptions, type FixpointPluginOptions } from './options';
import { toProjectRoots, type ProjectRoots } from './project-roots';
import { specLibrary } from './spec-library';
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
  '{**/{RULES,SUPPORT,CONTRACTS,SPECS}.json,**/redocly.yaml,**/*{openapi,OpenAPI,swagger}*.{json,yaml,yml},**/{.specs,specs}/**/*.md,**/COMPLIANCE.md}',
  async (files, options, context) => {
    const normalized = normalizeOptions(options);
    const { workspaceRoot } = context;
    const pages = files.filter(normalized.isIndex);
    const found = toProjectRoots(files, {
      ...normalized,
      indexes: pages.length === 0 ? [] : await specLibrary().generatedPages(workspaceRoot, pages),
      projectAround: createProjectAround(workspaceRoot),
    });
    const projects = new Map(found.map((project) => [project.file, project]));
    const names = projectNames([...projects.values()].map(({ projectRoot }) => projectRoot));
    const surroundings = createSurroundings(workspaceRoot);
    return createNodesFromFiles(
      async (file) => {
        const { projectRoot, roots } = projects.get(file) as ProjectRoots;
        const known = await Promise.all(roots.map((root) => withFiles(root, surroundings)));
        const targets = mergeTargets(
          known.map((root) => ({ kind: root.kind, targets: inferTargets(root, normalized) })),
        );
        return { projects: { [projectRoot]: { name: names.get(projectRoot), targets } } };
      },
      [...projects.keys()],
      options,
      context,
    );
  },
];

/** The name under which Nx 22 looks for the same function. */
export const createNodesV2 = createNodes;

/** Projects are called after their directories, or after the paths of these where several are called the same. */
function projectNames(projectRoots: readonly string[]): ReadonlyMap<string, string> {
  const roots = new Map<string, string[]>();
  for (const root of projectRoots) roots.set(nameOf(root), [...(roots.get(nameOf(root)) ?? []), root]);
  return new Map(
    [...roots].flatMap(([name, same]) =>
      same.map((root): [string, string] => [root, same.length === 1 ? name : root.replaceAll('/', '-')]),
    ),
  );
}

// A project at the root of the workspace has no directory to be called after.
function nameOf(projectRoot: string): string {
  return projectRoot === '.' ? 'workspace' : basename(projectRoot);
}

import { DependencyType, type CreateDependencies, type ImplicitDependency } from '@nx/devkit';
import { toExecutorId } from './executor-id';
import { createOwnerOf, readMarkerLinks } from './marker-links';
import type { FixpointPluginOptions } from './options';
import { rootsOf } from './target-roots';

/**
 * Edges from a manifest's project to what its artifacts follow from: the wrapper's project, the project of every file that the
 * marker names, the npm package whose source is scanned. Through them these files are part of the hashes, and `nx affected`
 * finds the manifest. They are implicit and emitted for every marker on every run, because edges bound to a file are kept by
 * Nx as they were when that file was last read.
 */
export const createDependencies: CreateDependencies<FixpointPluginOptions> = async (_options, context) => {
  const ownerOf = createOwnerOf(context.projects);
  const isKnown = (node: string): boolean =>
    node in context.projects || node in (context.externalNodes ?? {});
  const edges = Object.entries(context.projects).map(async ([source, { targets }]) => {
    const roots = Object.values(targets ?? {}).flatMap(({ executor, options }) =>
      toExecutorId(executor) === 'validate' ? rootsOf(options) : [],
    );
    const links = await Promise.all(roots.map((root) => readMarkerLinks(context.workspaceRoot, root)));
    const linked = links.flatMap(({ projects, packages, places }) => [
      ...projects,
      ...packages.map((name) => `npm:${name}`),
      ...places.flatMap((at) => ownerOf(at) ?? []),
    ]);
    return [...new Set(linked)]
      .filter((target) => target !== source && isKnown(target))
      .map((target): ImplicitDependency => ({ source, target, type: DependencyType.implicit }));
  });
  return (await Promise.all(edges)).flat();
};

import { DependencyType, type CreateDependencies } from '@nx/devkit';
import { toExecutorId } from './executor-id';
import { createOwnerOf, readMarkerLinks } from './marker-links';
import type { FixpointPluginOptions } from './options';

/**
 * Edges from a manifest's project to what its artifacts follow from: the wrapper's project, the project of every file that the
 * marker names, the npm package whose source is scanned. Through them these files are part of the hashes, and `nx affected`
 * finds the manifest. They are implicit and emitted for every marker on every run, because edges bound to a file are kept by
 * Nx as they were when that file was last read.
 */
export const createDependencies: CreateDependencies<FixpointPluginOptions> = (_options, context) => {
  const ownerOf = createOwnerOf(context.projects);
  const isKnown = (node: string): boolean =>
    node in context.projects || node in (context.externalNodes ?? {});
  return Object.entries(context.projects).flatMap(([source, { targets }]) => {
    const linked = Object.values(targets ?? {})
      .flatMap(({ executor, options }) => (toExecutorId(executor) === 'validate' ? rootOf(options) : []))
      .flatMap((root) => {
        const { projects, packages, places } = readMarkerLinks(context.workspaceRoot, root);
        return [
          ...projects,
          ...packages.map((name) => `npm:${name}`),
          ...places.flatMap((at) => ownerOf(at) ?? []),
        ];
      });
    return [...new Set(linked)]
      .filter((target) => target !== source && isKnown(target))
      .map((target) => ({ source, target, type: DependencyType.implicit }));
  });
};

function rootOf(options: unknown): string[] {
  const { root } = (options ?? {}) as { readonly root?: unknown };
  return typeof root === 'string' ? [root] : [];
}

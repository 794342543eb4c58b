import {
  DependencyType,
  type CreateDependencies,
  type ImplicitDependency,
  type ProjectConfiguration,
} from '@nx/devkit';
import { toExecutorId } from './executor-id';
import { createOwnerOf, readMarkerLinks } from './marker-links';
import type { FixpointPluginOptions, TargetId } from './options';
import { createSurroundings, type Surroundings } from './root-files';
import { specLibrary } from './spec-library';
import { rootsOf, type TargetRoot } from './target-roots';

/**
 * Edges from a manifest's project to what its artifacts follow from: the wrapper's project, the project of every file that the
 * marker names, the npm package whose source is scanned. Through them these files are part of the hashes, and `nx affected`
 * finds the manifest. They are implicit and emitted for every marker on every run, because edges bound to a file are kept by
 * Nx as they were when that file was last read.
 */
export const createDependencies: CreateDependencies<FixpointPluginOptions> = async (_options, context) => {
  const around = {
    surroundings: createSurroundings(context.workspaceRoot),
    ownerOf: createOwnerOf(context.projects),
  };
  const isKnown = (node: string): boolean =>
    node in context.projects || node in (context.externalNodes ?? {});
  const edges = Object.entries(context.projects).map(
    async ([source, project]): Promise<Edge[]> => [
      ...(await markerEdges(source, rootsWith(project, 'validate'), around)),
      ...(await specEdges(source, rootsWith(project, 'spec-extract'), around)),
    ],
  );
  const known = (await Promise.all(edges))
    .flat()
    .filter(({ source, target }) => target !== source && isKnown(target));
  return [...new Map(known.map((edge) => [JSON.stringify(edge), edge])).values()].map(
    (edge): ImplicitDependency => ({ ...edge, type: DependencyType.implicit }),
  );
};

type Edge = Pick<ImplicitDependency, 'source' | 'target'>;

interface Owned {
  readonly surroundings: Surroundings;
  readonly ownerOf: (path: string) => string | undefined;
}

function rootsWith({ targets }: ProjectConfiguration, id: TargetId): TargetRoot[] {
  return Object.values(targets ?? {}).flatMap(({ executor, options }) =>
    toExecutorId(executor) === id ? rootsOf(options) : [],
  );
}

async function markerEdges(
  source: string,
  roots: readonly TargetRoot[],
  { surroundings: { workspaceRoot }, ownerOf }: Owned,
): Promise<Edge[]> {
  const links = await Promise.all(roots.map((root) => readMarkerLinks(workspaceRoot, root)));
  const targets = links.flatMap(({ projects, packages, places }) => [
    ...projects,
    ...packages.map((name) => `npm:${name}`),
    ...places.flatMap((at) => ownerOf(at) ?? []),
  ]);
  return targets.map((target) => ({ source, target }));
}

/** From the project of an index to those of its specs, and from the project of a test to that of the spec whose requirement it proves. */
async function specEdges(
  project: string,
  roots: readonly TargetRoot[],
  { surroundings, ownerOf }: Owned,
): Promise<Edge[]> {
  const links = await Promise.all(roots.map((root) => specLibrary().linksOfSpecs(surroundings, root)));
  const ownersOf = (paths: readonly string[]): string[] => paths.flatMap((at) => ownerOf(at) ?? []);
  return links.flatMap(({ specs, tests }) => [
    ...ownersOf(specs).map((target) => ({ source: project, target })),
    ...tests.flatMap(({ file, spec }) =>
      ownersOf([file]).flatMap((source) => ownersOf([spec]).map((target) => ({ source, target }))),
    ),
  ]);
}

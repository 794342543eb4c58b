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
import { withoutCircles, type Edge } from './without-circles';

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
  const projects = Object.entries(context.projects);
  const edgesOf = async (
    look: (source: string, at: ProjectConfiguration) => Promise<Edge[]>,
  ): Promise<Edge[]> =>
    unique((await Promise.all(projects.map(([source, at]) => look(source, at)))).flat()).filter(
      ({ source, target }) => target !== source && isKnown(target),
    );
  const markers = await edgesOf((source, at) => markerEdges(source, rootsWith(at, 'validate'), around));
  const specs = await edgesOf((source, at) => indexEdges(source, rootsWith(at, 'spec-extract'), around));
  const tests = await edgesOf((_source, at) => testEdges(rootsWith(at, 'spec-extract'), around));
  const fixed = [...markers, ...declaredEdges(context.projects)];
  return unique([...markers, ...withoutCircles(fixed, unique([...specs, ...tests]))]).map(
    (edge): ImplicitDependency => ({ ...edge, type: DependencyType.implicit }),
  );
};

function unique(edges: readonly Edge[]): Edge[] {
  return [...new Map(edges.map((edge) => [JSON.stringify(edge), edge])).values()];
}

/** What projects say they depend on, as far as it is a name. */
function declaredEdges(projects: Readonly<Record<string, ProjectConfiguration>>): Edge[] {
  return Object.entries(projects).flatMap(([source, { implicitDependencies = [] }]) =>
    implicitDependencies.map((target) => ({ source, target })),
  );
}

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

/** From the project of an index to those of its specs. */
async function indexEdges(
  source: string,
  roots: readonly TargetRoot[],
  { surroundings, ownerOf }: Owned,
): Promise<Edge[]> {
  const specs = await Promise.all(roots.map((root) => specLibrary().specsOf(surroundings, root)));
  return specs.flat().flatMap((at) => ownersOf([at], ownerOf).map((target) => ({ source, target })));
}

/** From the project of a test to that of the spec whose requirement it proves. */
async function testEdges(roots: readonly TargetRoot[], { surroundings, ownerOf }: Owned): Promise<Edge[]> {
  const tests = await Promise.all(roots.map((root) => specLibrary().testsOf(surroundings, root)));
  return tests
    .flat()
    .flatMap(({ file, spec }) =>
      ownersOf([file], ownerOf).flatMap((source) =>
        ownersOf([spec], ownerOf).map((target) => ({ source, target })),
      ),
    );
}

function ownersOf(paths: readonly string[], ownerOf: Owned['ownerOf']): string[] {
  return paths.flatMap((at) => ownerOf(at) ?? []);
}

import { join } from 'node:path/posix';
import {
  DependencyType,
  readJsonFile,
  type CreateDependencies,
  type RawProjectGraphDependency,
} from '@nx/devkit';
import type { FixpointPluginOptions } from './options';

interface MarkerLinks {
  readonly wrapper?: { readonly project?: unknown; readonly evidence?: { readonly package?: unknown } };
}

/**
 * Edges from a manifest's project to the wrapper it judges: a project of the workspace, or the npm package whose source is
 * scanned. They are implicit and emitted for every marker on every run, because edges bound to a file are kept by Nx as they
 * were when that file was last read.
 */
export const createDependencies: CreateDependencies<FixpointPluginOptions> = (_options, context) => {
  const edges: RawProjectGraphDependency[] = [];
  for (const [source, { targets }] of Object.entries(context.projects)) {
    for (const target of Object.values(targets ?? {})) {
      if (target.executor !== '@fixpoint/nx:validate') continue;
      const root = (target.options as { root?: unknown }).root;
      if (typeof root !== 'string') continue;
      const links = readLinks(join(context.workspaceRoot.replaceAll('\\', '/'), root, 'RULES.json'));
      for (const wanted of links) {
        const known = wanted in context.projects || wanted in (context.externalNodes ?? {});
        if (known && wanted !== source) edges.push({ source, target: wanted, type: DependencyType.implicit });
      }
    }
  }
  return edges;
};

// A marker that cannot be read has no edges; what is wrong with it is told by its validate target.
function readLinks(file: string): string[] {
  try {
    const { wrapper } = readJsonFile<MarkerLinks>(file);
    const evidence = wrapper?.evidence?.package;
    return [wrapper?.project, typeof evidence === 'string' ? `npm:${evidence}` : undefined].filter(
      (link) => typeof link === 'string',
    );
  } catch {
    return [];
  }
}

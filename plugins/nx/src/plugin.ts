import { basename } from 'node:path/posix';
import { createNodesFromFiles, type CreateNodes } from '@nx/devkit';
import { toManifestRoot } from './manifest-root';
import { normalizeOptions, type FixpointPluginOptions } from './options';
import { inferTargets } from './targets';

export { createDependencies } from './dependencies';

/** The name Nx shows in its reports. */
export const name = '@fixpoint/nx';

/**
 * Infers the targets of every marker from its path alone. The marker is not opened here: a broken one must leave every other
 * command working, and its own `validate` says what is wrong with it.
 */
export const createNodes: CreateNodes<FixpointPluginOptions> = [
  '**/{RULES,SUPPORT}.json',
  (files, options, context) => {
    const normalized = normalizeOptions(options);
    return createNodesFromFiles(
      (marker) => {
        const at = toManifestRoot(marker);
        const project = { name: basename(at.projectRoot), targets: inferTargets(at, normalized) };
        return { projects: { [at.projectRoot]: project } };
      },
      files.filter(normalized.isMarker),
      options,
      context,
    );
  },
];

/** The name under which Nx 22 looks for the same function. */
export const createNodesV2 = createNodes;

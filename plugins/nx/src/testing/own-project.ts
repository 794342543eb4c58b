import type { ProjectConfiguration } from '@nx/devkit';
import { toManifestRoot } from '../manifest-root';
import { normalizeOptions, type FixpointPluginOptions } from '../options';
import { inferTargets } from '../targets';

/** The project of `cli_manifests/<name>` as it is inferred. */
export function createOwnProject(name: string, options?: FixpointPluginOptions): ProjectConfiguration {
  const at = toManifestRoot(`cli_manifests/${name}/RULES.json`);
  return { root: at.projectRoot, targets: inferTargets(at, normalizeOptions(options)) };
}

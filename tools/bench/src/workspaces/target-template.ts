import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Targets by name, as the plugin infers them. */
export type TargetTemplate = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Plugin {
  normalizeOptions(options: undefined): unknown;
  toManifestRoot(marker: string): unknown;
  inferTargets(at: unknown, options: unknown): TargetTemplate;
}

/** The targets that the installed plugin infers for a marker in a project's `cli_manifest`. */
export function inferredTargets(workspace: string): TargetTemplate {
  const require = createRequire(join(workspace, 'package.json'));
  const plugin = require('@fixpoint/nx') as Plugin;
  const at = plugin.toManifestRoot('projects/sample/cli_manifest/RULES.json');
  return plugin.inferTargets(at, plugin.normalizeOptions(undefined));
}

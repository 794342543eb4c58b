import { readNxJson, type Tree } from '@nx/devkit';
import { normalizeOptions, type FixpointPluginOptions, type NormalizedOptions } from '../options';

/** The package's main entry is the same plugin. */
export const PLUGIN_NAMES = ['@fixpoint/nx/plugin', '@fixpoint/nx'];

/** The options that the plugin is registered with; its defaults when it is not, or as a plain string. */
export function registeredOptions(tree: Tree): NormalizedOptions {
  for (const entry of readNxJson(tree)?.plugins ?? []) {
    if (typeof entry !== 'string' && PLUGIN_NAMES.includes(entry.plugin)) {
      return normalizeOptions(entry.options as FixpointPluginOptions | undefined);
    }
  }
  return normalizeOptions(undefined);
}

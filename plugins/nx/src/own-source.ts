import { readJsonFile } from '@nx/devkit';
import { basename, join, relative } from 'node:path/posix';

/** Whether the plugin runs as it is published, or from the sources of its own repository. */
const INSTALLED = basename(__dirname) === 'dist';

// One directory up from both src/ and dist/.
const PACKAGE = join(__dirname.replaceAll('\\', '/'), '..');

/** The version of this package; part of every target's hash. */
export const PLUGIN_VERSION = readJsonFile<{ version: string }>(join(PACKAGE, 'package.json')).version;

/**
 * Inputs that stand for the code that runs. An installed plugin is told by its version; inside this repository the sources
 * are the version, because Nx adds executors' code to a hash only for its own packages.
 *
 * @req FP-NX-005
 */
export function ownInputs({ readsTests }: { readonly readsTests: boolean }): readonly string[] {
  if (INSTALLED) return [];
  return [
    '{workspaceRoot}/libs/*/src/**/*.ts',
    '{workspaceRoot}/plugins/nx/src/**/*.ts',
    // What is taken out is taken out of everything that the target reads.
    ...(readsTests ? [] : ['!{workspaceRoot}/**/*.spec.ts']),
  ];
}

/**
 * The command whose output stands for the executables that a snapshot of this root would measure.
 *
 * @req FP-NX-006
 */
export function fingerprintCommand(root: string): string {
  const script = INSTALLED ? 'node_modules/@fixpoint/nx/dist/fixpoint.js' : 'apps/cli/bin/fixpoint.cjs';
  return `node ${script} fingerprint --root ${JSON.stringify(relative('.', root))}`;
}

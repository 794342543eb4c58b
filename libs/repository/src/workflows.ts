import { failure, success, type Artifact, type Derivation } from '@fixpoint/model';

const OWN = ['.github/workflows/fixpoint-*.yml'];
const MARKERS = ['**/cli_manifest/RULES.json', '**/cli_manifests/*/RULES.json'];
const OTHERS = ['node_modules', 'dist', 'tmp', 'fixtures'].map((directory) => `!**/${directory}/**`);

/**
 * The workflows of GitHub Actions for the tools of this repository. How they are written is handed in; this derivation finds
 * the tools, so that a new one without its place in the workflows is drift.
 */
export function workflowsDerivation(
  write: (roots: readonly string[]) => readonly Artifact[],
): Derivation<unknown, readonly string[]> {
  return {
    id: 'workflows',
    summary: 'The workflows that watch, snapshot and validate the tools of this repository',
    owns: () => OWN,
    fix: () => 'npx nx run workspace:workflows',
    async collect({ files }) {
      const markers = await files.list([...MARKERS, ...OTHERS]);
      if (markers.length > 0) return success(markers.map((path) => path.slice(0, path.lastIndexOf('/'))));
      return failure({
        id: 'workflows/no-tools',
        severity: 'error',
        message: 'no RULES.json was found below the workspace root',
        file: '.',
        fix: 'npx nx g @fixpoint/nx:cli-manifest <name>',
      });
    },
    derive: (roots) => success(write(roots)),
  };
}

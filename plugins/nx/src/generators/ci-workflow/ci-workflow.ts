import { basename } from 'node:path/posix';
import {
  detectPackageManager,
  formatFiles,
  getPackageManagerCommand,
  glob,
  readNxJson,
  type PackageManager,
  type Tree,
} from '@nx/devkit';
import { ciWorkflows, DEFAULT_SCHEDULE } from '@fixpoint/ci-workflows';
import { MARKER } from '@fixpoint/config';
import { toManifestRoot, type ManifestRoot } from '../../manifest-root';
import { registeredOptions } from '../registered-options';

/** Options of the `ci-workflow` generator. */
export interface CiWorkflowGeneratorOptions {
  readonly projects?: readonly string[];
  readonly baseBranch?: string;
  readonly schedule?: string;
  readonly nodeVersion?: string;
  readonly command?: string;
  readonly skipFormat?: boolean;
}

/** Writes the workflows of GitHub Actions for wrapped tools. Running it again gives the same files. */
export async function ciWorkflowGenerator(tree: Tree, options: CiWorkflowGeneratorOptions): Promise<void> {
  const packageManager: PackageManager = detectPackageManager(tree.root);
  const { exec, ciInstall } = getPackageManagerCommand(packageManager, tree.root);
  const files = ciWorkflows({
    roots: rootsOf(tree, options.projects ?? []),
    command: options.command ?? `${exec} fixpoint`,
    nx: `${exec} nx`,
    packageManager,
    install: ciInstall ?? `${packageManager} install`,
    nodeVersion: options.nodeVersion ?? '22',
    baseBranch: options.baseBranch ?? readNxJson(tree)?.defaultBase ?? 'main',
    schedule: options.schedule ?? DEFAULT_SCHEDULE,
  });
  for (const { path, text } of files) tree.write(path, text);
  if (!options.skipFormat) await formatFiles(tree);
}

function rootsOf(tree: Tree, wanted: readonly string[]): string[] {
  const { isMarker } = registeredOptions(tree);
  const places = glob(tree, [`**/${MARKER}`])
    .filter(isMarker)
    .map(toManifestRoot);
  const known = places.map(({ root }) => root).join(', ');
  for (const name of wanted) {
    if (places.some((place) => isNamed(tree, place, name))) continue;
    throw new Error(
      `projects: ${name} has no ${MARKER}; there are ${known || 'none: add one with nx g @fixpoint/nx:cli-manifest'}`,
    );
  }
  const chosen = places.filter(
    (place) => wanted.length === 0 || wanted.some((name) => isNamed(tree, place, name)),
  );
  if (chosen.length > 0) return chosen.map(({ root }) => root);
  throw new Error(`no ${MARKER} was found: add a tool with nx g @fixpoint/nx:cli-manifest`);
}

/** A tool goes by its directory, by that of its project, and by the project's name. */
function isNamed(tree: Tree, { root, projectRoot }: ManifestRoot, name: string): boolean {
  return [root, projectRoot, projectName(tree, projectRoot)].includes(name.replace(/\/$/, ''));
}

function projectName(tree: Tree, projectRoot: string): string {
  const text = tree.read(`${projectRoot}/project.json`, 'utf-8') ?? '{}';
  return (JSON.parse(text) as { name?: string }).name ?? basename(projectRoot);
}

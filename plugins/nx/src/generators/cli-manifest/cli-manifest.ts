import {
  formatFiles,
  joinPathFragments,
  offsetFromRoot,
  readProjectConfiguration,
  type Tree,
} from '@nx/devkit';
import { EMPTY_LOCK, LOCK_FILE, lockText } from '@fixpoint/artifact-lock';
import { MARKER, parseManifest } from '@fixpoint/config';
import { toManifestRoot } from '../../manifest-root';
import { initGenerator } from '../init/init';
import { registeredOptions } from '../registered-options';
import { toBinary } from './binary';
import type { CliManifestGeneratorOptions } from './options';
import { readme } from './readme';
import { toTargets } from './targets';

const SCHEMA = 'node_modules/@fixpoint/nx/dist/schemas/rules.schema.json';
const COVERAGE_STUB = `export const coverage = {
  schema_version: 1,
  coverage: [],
};
`;

/**
 * Adds a wrapped command line tool: a marker, a page about it and, where assets are named, an empty lock file. Nothing else of
 * the workspace knows the tool. A directory that has a marker is refused, so that nothing is overwritten.
 */
export async function cliManifestGenerator(tree: Tree, options: CliManifestGeneratorOptions): Promise<void> {
  const root = rootOf(tree, options);
  const marker = joinPathFragments(root, MARKER);
  if (tree.exists(marker))
    throw new Error(`${marker} is there already: edit it, or choose another name or directory`);
  if (!registeredOptions(tree).isMarker(marker)) {
    throw new Error(
      `directory: the plugin would not find ${marker}; use cli_manifests/<name> or <project>/cli_manifest, or add the place to "manifests" of @fixpoint/nx in nx.json`,
    );
  }
  await initGenerator(tree, { skipFormat: true });
  tree.write(marker, markerText(tree, root, options));
  if (options.asset !== undefined) tree.write(joinPathFragments(root, LOCK_FILE), lockText(EMPTY_LOCK));
  const page = joinPathFragments(root, 'README.md');
  if (!tree.exists(page))
    tree.write(page, readme({ name: options.name, root, project: projectOf(root, options) }));
  if (!options.skipFormat) await formatFiles(tree);
}

function rootOf(tree: Tree, { name, directory, project }: CliManifestGeneratorOptions): string {
  if (project !== undefined && directory !== undefined)
    throw new Error('project and directory: name one of the two');
  if (project !== undefined)
    return joinPathFragments(readProjectConfiguration(tree, project).root, 'cli_manifest');
  return joinPathFragments(directory ?? `cli_manifests/${name}`).replace(/\/$/, '');
}

function projectOf(root: string, { project }: CliManifestGeneratorOptions): string {
  return project ?? toManifestRoot(`${root}/${MARKER}`).projectRoot.split('/').at(-1) ?? root;
}

function markerText(tree: Tree, root: string, options: CliManifestGeneratorOptions): string {
  const release = toRelease(options);
  const wrapper = toWrapper(tree, root, options);
  const rules = {
    $schema: `${offsetFromRoot(root)}${SCHEMA}`,
    rules_schema_version: 2,
    tool: toTool(options),
    targets: toTargets(options, toBinary(tree, root, options)),
    ...(release === undefined ? {} : { release }),
    ...(wrapper === undefined ? {} : { wrapper }),
  };
  const text = `${JSON.stringify(rules, null, 2)}\n`;
  const { findings } = parseManifest(text, root);
  if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join('\n'));
  return text;
}

function toTool({ name, dialect = 'auto', helpFlag, helpExitCodes }: CliManifestGeneratorOptions): object {
  return {
    name,
    dialect,
    ...(helpFlag === undefined ? {} : { help_flag: helpFlag }),
    ...(helpExitCodes === undefined ? {} : { help_exit_codes: helpExitCodes }),
  };
}

function toRelease(options: CliManifestGeneratorOptions): object | undefined {
  const { githubRepo: repo, package: name, releasePackage = name, tagPattern } = options;
  const pattern = tagPattern === undefined ? {} : { tag_pattern: tagPattern };
  if (repo !== undefined) return { source: 'github', repo, ...pattern };
  return releasePackage === undefined ? undefined : { source: 'npm', package: releasePackage, ...pattern };
}

/** A wrapper without a declaration of coverage gets one that covers nothing yet. */
function toWrapper(tree: Tree, root: string, { wrapper }: CliManifestGeneratorOptions): object | undefined {
  if (wrapper === undefined) return undefined;
  const { root: projectRoot } = readProjectConfiguration(tree, wrapper);
  const module = joinPathFragments(projectRoot, 'src/coverage.ts');
  if (!tree.exists(module)) tree.write(module, COVERAGE_STUB);
  return { project: wrapper, source: { module: `${offsetFromRoot(root)}${module}`, export: 'coverage' } };
}

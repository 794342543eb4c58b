import { ToolError, type Ports } from '@fixpoint/model';
import { CURRENT_FILE } from '../current/check-current';
import { readPointers } from '../pointers/check-pointers';
import { pointerPaths } from '../pointers/pointer-files';
import { readRules, RULES_FILE, type Rules } from '../rules/read-rules';
import { inputTargets, metadataPath, reportPath, snapshotPath, unionPath } from '../versions/version-files';
import { VERSIONS_DIRECTORY, versionSet } from '../versions/version-set';
import { textAt, type RootReading, type RootView, type Tree } from '../view/tree';
import { WRAPPER_FILE } from '../wrapper/check-wrapper';
import { collectWorkspace } from './collect-workspace';
import { GrowingTree } from './growing-tree';
import { rootReader } from './root-reader';

const FIXED_FILES = [RULES_FILE, 'SCHEMA.json', 'VERSION_METADATA_SCHEMA.json', CURRENT_FILE, WRAPPER_FILE];

/**
 * Reads what the rules of a root make relevant, and nothing else.
 *
 * @param root the root as the user names it
 * @param reading how its rules are come by; by its own files when absent
 */
export async function collectRoot(ports: Ports, root: string, reading?: RootReading): Promise<RootView> {
  const tree = new GrowingTree(rootReader(ports.files));
  const onDisk = reading === undefined ? undefined : await listDisk(ports);
  const view: RootView = { root, files: tree.files, directories: tree.directories, reading, onDisk };
  await tree.read(...FIXED_FILES, ...(onDisk ?? []).filter((path) => path.startsWith('pointers/')));
  const rules = (reading?.readRules ?? readRules)(view);
  if (!rules.ok) return view;
  await collectVersions(tree, view, rules.value);
  const workspace = await collectWorkspace(ports);
  return workspace === undefined ? view : { ...view, workspace };
}

// A directory that cannot be listed is told by those that look at whole directories.
async function listDisk({ files }: Ports): Promise<readonly string[]> {
  try {
    return await files.list(['snapshots/*/*', 'pointers/**/*']);
  } catch (error) {
    if (error instanceof ToolError) return [];
    throw error;
  }
}

async function collectVersions(tree: GrowingTree, view: RootView, rules: Rules): Promise<void> {
  await tree.read(...pointerPaths(rules));
  await tree.list(VERSIONS_DIRECTORY);
  const versions = versionSet({ view, rules }, readPointers({ view, rules }));
  await tree.read(...versions.flatMap((version) => [metadataPath(version), unionPath(version)]));
  await tree.read(...versions.flatMap((version) => inputPaths(view, version)));
}

/** The snapshots and reports that the union of a version asks for. */
function inputPaths(tree: Tree, version: string): readonly string[] {
  const targets = inputTargets(parsed(textAt(tree, unionPath(version))));
  return [
    ...targets.map((target) => snapshotPath(version, target)),
    ...[...targets, 'any', 'all'].map((filter) => reportPath(version, filter)),
  ];
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '') as unknown;
  } catch {
    return undefined;
  }
}

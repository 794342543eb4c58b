import type { PackagePort, Ports } from '@fixpoint/model';
import { POINTER_KINDS, pointerPath } from '../pointers/pointer-files';
import { agentMetadataPaths, agentTargets } from '../support-matrix/agent-root';
import { metadataShape } from '../support-matrix/agent-root-shape';
import { MATRIX_FILE } from '../support-matrix/check-support-matrix';
import { agentReportPaths } from '../support-matrix/derive-rows';
import { readShape } from '../support-matrix/read-shape';
import { readRegistry, REGISTRY_FILE, type EnrolledRoot } from '../support-matrix/registry';
import type { WorkspaceView } from '../view/tree';
import { GrowingTree } from './growing-tree';
import { workspaceReader } from './workspace-reader';

const CARGO_FILE = 'Cargo.toml';
const WORKSPACE_TABLE = '[workspace]';

/** Reads what the support matrix of the workspace around the root is made of; undefined where there is no such workspace. */
export async function collectWorkspace({ files, packages }: Ports): Promise<WorkspaceView | undefined> {
  const root = files.root.replaceAll('\\', '/').replace(/\/$/, '');
  const directory = await findWorkspace(packages, root);
  if (directory === undefined) return undefined;
  const tree = new GrowingTree(workspaceReader(packages, directory));
  await tree.read(MATRIX_FILE, REGISTRY_FILE);
  const registry = readRegistry(tree);
  if ('roots' in registry) {
    for (const enrolled of registry.roots) await collectAgentRoot(tree, enrolled);
  }
  const rootPath = root.slice(directory.replace(/\/$/, '').length + 1);
  return { files: tree.files, directories: tree.directories, rootPath };
}

async function findWorkspace(packages: PackagePort, root: string): Promise<string | undefined> {
  for (const directory of upwards(root)) {
    const reader = workspaceReader(packages, directory);
    const cargo = await reader.read(CARGO_FILE);
    const text = cargo.kind === 'present' ? new TextDecoder().decode(cargo.bytes) : '';
    if (text.includes(WORKSPACE_TABLE)) return directory;
  }
  return undefined;
}

function* upwards(directory: string): Generator<string> {
  for (let current = directory; current !== ''; current = current.slice(0, current.lastIndexOf('/'))) {
    yield current;
    if (!current.includes('/')) return;
  }
  yield '/';
}

async function collectAgentRoot(tree: GrowingTree, enrolled: EnrolledRoot): Promise<void> {
  const { root } = enrolled;
  await tree.read(`${root}/current.json`);
  await tree.list(`${root}/versions`);
  const targets = agentTargets(tree, enrolled);
  const pointers = targets.flatMap((target) => POINTER_KINDS.map((kind) => pointerPath(kind, target)));
  await tree.read(...pointers.map((path) => `${root}/${path}`), ...agentMetadataPaths(tree, enrolled));
  const versions = agentMetadataPaths(tree, enrolled).flatMap((path) => {
    const metadata = readShape(tree, path, metadataShape);
    return 'value' in metadata ? [metadata.value.semantic_version] : [];
  });
  const reports = versions.flatMap((version) =>
    targets.flatMap((target) => {
      const { own, shared } = agentReportPaths(enrolled, { version, target });
      return [own, ...shared];
    }),
  );
  await tree.read(...reports);
}

import { POINTER_KINDS, pointerPath, type PointerKind } from '../pointers/pointer-files';
import { trimmed } from '../shared/words';
import { listingAt, textAt, type Tree } from '../view/tree';
import { currentShape, metadataShape, type SupportMetadata } from './agent-root-shape';
import type { EnrolledRoot } from './registry';
import { readShape, type Shaped } from './read-shape';

/** What the matrix needs of one enrolled root (parity contract §10.2). */
export interface AgentRoot extends EnrolledRoot {
  /** Of its `current.json`; its rules have no say here. */
  readonly expectedTargets: readonly string[];
  readonly currentVersion?: string;
  readonly currentTargets: readonly string[];
  readonly metadata: readonly SupportMetadata[];
  /** The version that a target's pointer names, if any. */
  readonly pointed: (kind: PointerKind, target: string) => string | undefined;
}

/** Reads one enrolled root, or says why it cannot be read. */
export function loadAgentRoot(tree: Tree, enrolled: EnrolledRoot): Shaped<AgentRoot> {
  const posture = readPosture(tree, enrolled);
  if ('problem' in posture) return posture;
  const pointers = readPointerTable(tree, enrolled, posture.value.expectedTargets);
  if ('problem' in pointers) return pointers;
  const metadata = readMetadata(tree, enrolled);
  if ('problem' in metadata) return metadata;
  const pointed = (kind: PointerKind, target: string) => pointers.value.get(pointerPath(kind, target));
  return { value: { ...enrolled, ...posture.value, metadata: metadata.value, pointed } };
}

/** The expected targets of an enrolled root; none when its `current.json` cannot be read. */
export function agentTargets(tree: Tree, enrolled: EnrolledRoot): readonly string[] {
  const posture = readPosture(tree, enrolled);
  return 'value' in posture ? posture.value.expectedTargets : [];
}

/** Where the metadata files of an enrolled root lie, as far as its directory was listed. */
export function agentMetadataPaths(tree: Tree, { root }: EnrolledRoot): readonly string[] {
  const directory = `${root}/versions`;
  const listing = listingAt(tree, directory);
  if (listing.kind !== 'listed') return [];
  return listing.names.filter((name) => /.\.json$/.test(name)).map((name) => `${directory}/${name}`);
}

type Posture = Pick<AgentRoot, 'expectedTargets' | 'currentVersion' | 'currentTargets'>;

function readPosture(tree: Tree, { root }: EnrolledRoot): Shaped<Posture> {
  const path = `${root}/current.json`;
  const current = readShape(tree, path, currentShape);
  if ('problem' in current) return current;
  const { expected_targets: expectedTargets, inputs } = current.value;
  if (expectedTargets.length === 0) return { problem: `${path} has no expected targets` };
  const versions = [...new Set(inputs.flatMap(({ binary }) => binary.semantic_version ?? []))];
  if (versions.length > 1) return { problem: `${path} mixes the versions ${versions.join(', ')}` };
  const currentTargets = inputs.map(({ target_triple: target }) => target);
  return { value: { expectedTargets, currentVersion: versions[0], currentTargets } };
}

function readPointerTable(
  tree: Tree,
  { root }: EnrolledRoot,
  targets: readonly string[],
): Shaped<ReadonlyMap<string, string>> {
  const table = new Map<string, string>();
  for (const path of targets.flatMap((target) => POINTER_KINDS.map((kind) => pointerPath(kind, target)))) {
    const text = textAt(tree, `${root}/${path}`);
    if (text === undefined) return { problem: `${root}/${path} is missing or cannot be read` };
    const version = trimmed(text);
    if (version !== '' && version !== 'none') table.set(path, version);
  }
  return { value: table };
}

function readMetadata(tree: Tree, enrolled: EnrolledRoot): Shaped<readonly SupportMetadata[]> {
  const directory = `${enrolled.root}/versions`;
  const listing = listingAt(tree, directory);
  if (listing.kind === 'absent') return { problem: `${directory} is missing` };
  if (listing.kind === 'unreadable') return { problem: `${directory} cannot be listed: ${listing.reason}` };
  const metadata: SupportMetadata[] = [];
  for (const path of agentMetadataPaths(tree, enrolled)) {
    const version = readShape(tree, path, metadataShape);
    if ('problem' in version) return version;
    metadata.push(version.value);
  }
  return { value: metadata };
}

import { outputsOfContracts } from '@fixpoint/contract-formats';
import { contractLibrary } from './contract-library';
import type { ManifestRoot } from './manifest-root';

/** A root with what its targets write. Unlike other markers this one is opened: where generated code goes is its user's choice. */
export async function withOutputs(workspaceRoot: string, root: ManifestRoot): Promise<ManifestRoot> {
  if (root.kind !== 'contracts') return root;
  const config = await contractLibrary().readContracts(workspaceRoot, root);
  return config === undefined ? root : { ...root, outputs: outputsOfContracts(config) };
}

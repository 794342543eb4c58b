import { outputsOfContracts } from '@fixpoint/contract-formats';
import { contractLibrary } from './contract-library';
import type { ManifestRoot } from './manifest-root';

/**
 * A root with what its targets write and with which generators. Unlike other markers this one is opened: where generated code goes is its
 * user's choice.
 */
export async function withOutputs(workspaceRoot: string, root: ManifestRoot): Promise<ManifestRoot> {
  if (root.kind !== 'contracts') return root;
  const { readContracts, installedGenerators } = contractLibrary();
  const generators = await installedGenerators(workspaceRoot, root.root);
  const config = await readContracts(workspaceRoot, root);
  return { ...root, generators, ...(config && { outputs: outputsOfContracts(config) }) };
}

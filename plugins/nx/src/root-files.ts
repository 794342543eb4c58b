import { outputsOfContracts } from '@fixpoint/contract-formats';
import { contractLibrary } from './contract-library';
import type { ManifestRoot } from './manifest-root';
import type { MarkdownFiles } from './markdown-files';
import { specLibrary } from './spec-library';

/** What a root is looked at in. */
export interface Surroundings {
  readonly workspaceRoot: string;
  readonly markdown: MarkdownFiles;
}

/** The surroundings of all roots of a workspace, in which nothing is looked up twice. */
export function createSurroundings(workspaceRoot: string): Surroundings {
  let markdown: MarkdownFiles | undefined;
  return {
    workspaceRoot,
    get markdown() {
      return (markdown ??= specLibrary().createMarkdownFiles(workspaceRoot));
    },
  };
}

/**
 * A root with what its targets read and write and with which generators. Unlike other markers these are opened: where code is generated to, and
 * what requirements are traced into, is their user's choice.
 */
export async function withFiles(root: ManifestRoot, around: Surroundings): Promise<ManifestRoot> {
  if (root.kind === 'contracts') return withOutputs(root, around);
  if (root.kind === 'specs') return { ...root, ...(await specLibrary().filesOfSpecs(root, around)) };
  return root;
}

async function withOutputs(root: ManifestRoot, { workspaceRoot }: Surroundings): Promise<ManifestRoot> {
  const { readContracts, installedGenerators } = contractLibrary();
  const generators = await installedGenerators(workspaceRoot, root.root);
  const config = await readContracts(workspaceRoot, root);
  return { ...root, generators, ...(config && { outputs: outputsOfContracts(config) }) };
}

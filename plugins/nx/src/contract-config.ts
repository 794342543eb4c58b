import { join } from 'node:path/posix';
import {
  contractsOfDocuments,
  parseContractsConfig,
  parseRedoclyConfig,
  REDOCLY_MARKER,
} from '@fixpoint/config';
import type { ContractsConfig } from '@fixpoint/contract-formats';
import { createPorts } from '@fixpoint/workspace-io';
import { CONTRACT_MARKERS } from './manifest-root';
import type { TargetRoot } from './target-roots';

/**
 * The configuration of a directory of contracts; none for a marker that cannot be read, whose own `validate` says what is wrong with it.
 * This module loads what most workspaces never need: import it when there is such a directory.
 */
export async function readContracts(
  workspaceRoot: string,
  { root, documents }: TargetRoot,
): Promise<ContractsConfig | undefined> {
  if (documents !== undefined) return contractsOfDocuments(root, documents);
  const { files } = createPorts({ root: join(workspaceRoot, root) });
  for (const marker of CONTRACT_MARKERS) {
    const text = await files.readText(marker).catch(() => undefined);
    if (text === undefined) continue;
    const parsed = (marker === REDOCLY_MARKER ? parseRedoclyConfig : parseContractsConfig)(text, root);
    return parsed.ok ? parsed.value : undefined;
  }
  return undefined;
}

/** Reads a file of the workspace; undefined for one that is absent or cannot be read. */
export function workspaceReader(workspaceRoot: string): (path: string) => Promise<string | undefined> {
  const { files } = createPorts({ root: workspaceRoot });
  return (path) => files.readText(path).catch(() => undefined);
}

/** Packages that generate, where the user has installed them. */
const GENERATORS = ['json-schema-to-typescript', 'openapi-typescript', 'ts-json-schema-generator', 'zod'];

/** The generators that a directory of contracts finds, as `name@version`, sorted by name. */
export async function installedGenerators(workspaceRoot: string, root: string): Promise<string[]> {
  const { packages } = createPorts({ root: workspaceRoot });
  const directory = join(workspaceRoot, root);
  const found = await Promise.all(
    GENERATORS.map((name) => packages.find(name, directory).catch(() => undefined)),
  );
  return found.flatMap((installed) => (installed ? [`${installed.name}@${installed.version}`] : []));
}

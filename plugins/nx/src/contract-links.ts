import { join } from 'node:path/posix';
import type { ContractsConfig } from '@fixpoint/contract-formats';
import { contractLibrary } from './contract-library';
import type { TargetRoot } from './target-roots';

/** The path of another file in a reference, in JSON and in YAML. Looking is enough here: a place too many is an edge too many. */
const REFERENCE = /["']?\$ref["']?\s*:\s*["']?([^"'#\s][^"'#\s]*)/g;

/**
 * The files and directories that a directory of contracts follows from, relative to the workspace root.
 *
 * @req FP-NX-014
 */
export async function contractPlaces(workspaceRoot: string, at: TargetRoot): Promise<string[]> {
  const { readContracts, workspaceReader } = contractLibrary();
  const config = await readContracts(workspaceRoot, at);
  if (config === undefined) return [];
  const read = workspaceReader(workspaceRoot);
  const documents = new Set(config.documents.map(({ file }) => join(at.root, file)));
  for (const file of documents) {
    for (const [, path] of ((await read(file)) ?? '').matchAll(REFERENCE)) {
      const named = join(file, '..', path as string);
      if (!/^[a-z][a-z0-9+.-]*:/i.test(path as string) && !named.startsWith('..')) documents.add(named);
    }
  }
  return [...documents, ...namedPlaces(config).map((path) => join(at.root, path))];
}

function namedPlaces(config: ContractsConfig): string[] {
  return [...globsOf(config).map(directoryOf), ...pathsOf(config)];
}

function globsOf({ schemas, pacts, events, metrics }: ContractsConfig): string[] {
  return [
    ...schemas.flatMap(({ examples }) => examples),
    ...(pacts?.files ?? []),
    ...(events?.transcripts ?? []).flatMap(({ files }) => files),
    ...(metrics?.emissions?.files ?? []),
    ...(metrics?.expositions ?? []),
  ];
}

function pathsOf({ schemas, breaking, metrics }: ContractsConfig): string[] {
  return [
    ...schemas.flatMap(({ schema, from }) => [schema, from?.file]),
    ...[breaking?.baseline, breaking?.waivers, metrics?.contract, metrics?.spec],
  ].filter((path) => path !== undefined);
}

/** The directory that a glob starts from. */
function directoryOf(glob: string): string {
  const segments = glob.replace(/^!/, '').split('/');
  const wild = segments.findIndex((segment) => /[*?[\]{}()!]/.test(segment));
  return wild === -1 ? segments.join('/') : segments.slice(0, wild).join('/') || '.';
}

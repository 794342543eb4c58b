import { basename, dirname } from 'node:path/posix';

/** Where a marker's artifacts lie and which project they belong to; paths relative to the workspace root. */
export interface ManifestRoot {
  /** The marker's name, which tells the kind of root. */
  readonly marker: string;
  /** The directory of the marker. */
  readonly root: string;
  readonly projectRoot: string;
  /** The marker's directory relative to its project, with a final `/`; empty when they are the same. */
  readonly prefix: string;
}

const INSIDE_A_PROJECT = 'cli_manifest';

/** Reads the place of a marker from its path alone: a folder `cli_manifest` belongs to the project that holds it. */
export function toManifestRoot(marker: string): ManifestRoot {
  const root = dirname(marker);
  const name = basename(marker);
  if (basename(root) !== INSIDE_A_PROJECT) return { marker: name, root, projectRoot: root, prefix: '' };
  return { marker: name, root, projectRoot: dirname(root), prefix: `${INSIDE_A_PROJECT}/` };
}

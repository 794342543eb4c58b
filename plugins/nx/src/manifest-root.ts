import { basename, dirname } from 'node:path/posix';
import { SPECS_MARKER } from '@fixpoint/spec-formats';

/** Where a marker's artifacts lie and which project they belong to; paths relative to the workspace root. */
export interface ManifestRoot {
  /** What lies there: what a command-line tool is measured into or published as, contracts, or specs. */
  readonly kind: 'manifest' | 'contracts' | 'specs';
  /** The marker's name, which tells the kind of root; empty where documents or specs were found by their names. */
  readonly marker: string;
  /** The directory of the marker. */
  readonly root: string;
  readonly projectRoot: string;
  /** The marker's directory relative to its project, with a final `/`; empty when they are the same. */
  readonly prefix: string;
  /** Documents of a directory that has no marker, relative to it. */
  readonly documents?: readonly string[];
  /** Files that targets write, by target, relative to the root; where the marker says which. */
  readonly outputs?: Readonly<Record<string, readonly string[]>>;
  /** Files that targets read, by target, as globs relative to the workspace root; where the marker says which. */
  readonly inputs?: Readonly<Record<string, readonly string[]>>;
  /** The targets that the marker does not switch off; all when absent. */
  readonly targets?: readonly string[];
  /** The installed generators, as `name@version`: what they make is not the same in another version. */
  readonly generators?: readonly string[];
}

const INSIDE_A_PROJECT = 'cli_manifest';

/** Markers of directories of contracts; where there are several, the first one counts. */
export const CONTRACT_MARKERS = ['CONTRACTS.json', 'redocly.yaml'];

/**
 * Reads the place of a marker from its path alone: a folder `cli_manifest` belongs to the project that holds it.
 *
 * @req FP-NX-001
 */
export function toManifestRoot(marker: string): ManifestRoot {
  const root = dirname(marker);
  const name = basename(marker);
  const kind = kindOf(name);
  if (kind !== 'manifest' || basename(root) !== INSIDE_A_PROJECT)
    return { kind, marker: name, root, projectRoot: root, prefix: '' };
  return { kind, marker: name, root, projectRoot: dirname(root), prefix: `${INSIDE_A_PROJECT}/` };
}

function kindOf(marker: string): ManifestRoot['kind'] {
  if (marker === SPECS_MARKER) return 'specs';
  return CONTRACT_MARKERS.includes(marker) ? 'contracts' : 'manifest';
}

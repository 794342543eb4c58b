import { dirname, join } from 'node:path/posix';
import { readJsonFile, type ProjectConfiguration } from '@nx/devkit';
import { contractPlaces } from './contract-links';
import type { TargetRoot } from './target-roots';

/** What a marker says that its artifacts follow from, besides its own project. */
export interface MarkerLinks {
  /** The project that is named as the wrapper's. */
  readonly projects: readonly string[];
  /** npm packages whose source is scanned. */
  readonly packages: readonly string[];
  /** Files and directories that are read, relative to the workspace root. */
  readonly places: readonly string[];
}

const NO_LINKS: MarkerLinks = { projects: [], packages: [], places: [] };

/** A marker as far as it can be believed before it was checked. */
interface Marker {
  readonly wrapper?: {
    readonly project?: unknown;
    readonly source?: { readonly module?: unknown; readonly file?: unknown };
    readonly evidence?: { readonly package?: unknown; readonly directory?: unknown };
  };
}

/**
 * Reads the marker of a root; one that cannot be read links to nothing, and its `validate` tells what is wrong with it.
 *
 * @req FP-NX-002, FP-NX-013
 */
export async function readMarkerLinks(workspaceRoot: string, at: TargetRoot): Promise<MarkerLinks> {
  return (
    parityLinks(workspaceRoot, at.root) ??
    supportLinks(workspaceRoot, at.root) ?? {
      ...NO_LINKS,
      places: await contractPlaces(workspaceRoot, at),
    }
  );
}

function parityLinks(workspaceRoot: string, root: string): MarkerLinks | undefined {
  try {
    const { wrapper } = readJsonFile<Marker>(join(workspaceRoot, root, 'RULES.json'));
    const { project, source, evidence } = wrapper ?? {};
    const places = [source?.module, source?.file, evidence?.directory].filter(isText);
    return {
      projects: [project].filter(isText),
      packages: [evidence?.package].filter(isText),
      places: places.map((place) => join(root, place)),
    };
  } catch {
    return undefined;
  }
}

// A matrix follows from the roots of its tools.
function supportLinks(workspaceRoot: string, root: string): MarkerLinks | undefined {
  try {
    const marker = readJsonFile<{ readonly tools?: readonly { readonly root?: unknown }[] }>(
      join(workspaceRoot, root, 'SUPPORT.json'),
    );
    const places = (marker.tools ?? []).map((tool) => tool.root).filter(isText);
    return { ...NO_LINKS, places: places.map((place) => join(root, place)) };
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Gives the project that holds a path of the workspace: of those around it the innermost, as Nx assigns files. */
export function createOwnerOf(
  projects: Readonly<Record<string, ProjectConfiguration>>,
): (path: string) => string | undefined {
  const owners = new Map(Object.entries(projects).map(([name, { root }]) => [root, name]));
  const ownerOf = (path: string): string | undefined => {
    const owner = owners.get(path);
    if (owner !== undefined) return owner;
    return path === '.' || path === '..' || path.startsWith('../') ? undefined : ownerOf(dirname(path));
  };
  return ownerOf;
}

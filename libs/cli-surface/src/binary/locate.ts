import type { Ports } from '@fixpoint/model';
import type { BinarySource, Manifest } from '@fixpoint/surface-formats';
import { compare, valid } from 'semver';

/** A file that may be the executable of a target. */
export interface BinaryCandidate {
  /** Absolute path. */
  readonly path: string;
  /** The version that its place claims (a package's, an archive's directory); the executable itself has the last word. */
  readonly claimedVersion?: string;
}

/** Where executables of version-named archives are put, relative to a root. */
const ARTIFACTS = '.fixpoint/artifacts';

/**
 * Files that may be a target's executable, the most wanted first: the configured path or command, the package as seen from the root,
 * the package through each chain of `via`, what was acquired below `.fixpoint/artifacts`. Candidates whose place claims
 * another version than the wanted one are left out.
 */
export async function findCandidates(
  ports: Ports,
  manifest: Manifest,
  wanted: { readonly target: string; readonly version?: string },
): Promise<BinaryCandidate[]> {
  const source = manifest.binaries[wanted.target];
  if (source === undefined) return [];
  const places = await Promise.all([
    fromPath(ports, source),
    fromCommand(ports, source),
    fromPackages(ports, source),
    fromArtifacts(ports, source, wanted),
  ]);
  return places.flat().filter(({ claimedVersion }) => mayBeVersion(claimedVersion, wanted.version));
}

/** Whether a claimed version may turn out to be the wanted one: platform packages append their platform (`1.2.3-linux-x64`). */
function mayBeVersion(claimed: string | undefined, wanted: string | undefined): boolean {
  if (claimed === undefined || wanted === undefined) return true;
  return claimed === wanted || claimed.startsWith(`${wanted}-`);
}

async function fromPath(ports: Ports, source: BinarySource): Promise<BinaryCandidate[]> {
  return source.path === undefined ? [] : [{ path: absolute(ports.files.root, source.path) }];
}

async function fromCommand(ports: Ports, source: BinarySource): Promise<BinaryCandidate[]> {
  const path = source.command === undefined ? undefined : await ports.binaries.which(source.command);
  return path === undefined ? [] : [{ path }];
}

async function fromPackages(ports: Ports, source: BinarySource): Promise<BinaryCandidate[]> {
  if (source.package === undefined) return [];
  const found: BinaryCandidate[] = [];
  for (const chain of [[], ...source.via]) {
    const installed = await findThrough(ports, [...chain, source.package]);
    if (installed === undefined) continue;
    for (const glob of source.files) {
      const files = await listFiles(ports, installed.directory, glob);
      found.push(...files.map((path) => ({ path, claimedVersion: installed.version })));
    }
  }
  return found;
}

async function findThrough(ports: Ports, names: readonly string[]) {
  let from = ports.files.root;
  let installed: Awaited<ReturnType<Ports['packages']['find']>>;
  for (const name of names) {
    installed = await ports.packages.find(name, from);
    if (installed === undefined) return undefined;
    from = installed.directory;
  }
  return installed;
}

// Without a port that lists foreign directories a glob can only stand for itself.
async function listFiles(ports: Ports, directory: string, glob: string): Promise<readonly string[]> {
  return ports.binaries.list === undefined
    ? [absolute(directory, glob)]
    : ports.binaries.list(directory, glob);
}

async function fromArtifacts(
  ports: Ports,
  source: BinarySource,
  wanted: { readonly target: string; readonly version?: string },
): Promise<BinaryCandidate[]> {
  const globs = source.files.map(
    (glob) => `${ARTIFACTS}/${wanted.version ?? '*'}/${wanted.target}/**/${glob}`,
  );
  const found: BinaryCandidate[] = [];
  for (const glob of globs) {
    const files = await ports.files.list([glob]);
    found.push(
      ...files.map((file) => ({
        path: absolute(ports.files.root, file),
        claimedVersion: file.split('/')[2],
      })),
    );
  }
  return found.sort((a, b) => newerFirst(a.claimedVersion, b.claimedVersion));
}

function newerFirst(a: string | undefined, b: string | undefined): number {
  return valid(a) === null || valid(b) === null ? 0 : compare(b as string, a as string);
}

function absolute(directory: string, path: string): string {
  return /^([/\\]|[A-Za-z]:)/.test(path)
    ? path
    : `${directory.replace(/[/\\]$/, '')}/${path.replace(/^\.\//, '')}`;
}

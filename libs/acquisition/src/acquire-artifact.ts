import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fastGlob from 'fast-glob';
import {
  describeOrigin,
  LOCK_FILE,
  type LockedArtifact,
  type Origin,
  type OriginSpec,
} from '@fixpoint/artifact-lock';
import { ToolError } from '@fixpoint/model';
import { unpackAsset } from './archive/unpack-asset';
import { sha256Of, sizeOf } from './digest';
import { DEFAULT_NETWORK, type ArtifactSource, type FetchedAsset, type Network } from './source';
import { SOURCES } from './sources';
import { withStaging } from './staging';

/** Where acquired artifacts lie below a root; the directory is never committed. */
export const ARTIFACTS_DIRECTORY = '.fixpoint/artifacts';

/** Far more than any executable with its files: what unpacks to more is no release. */
const MAX_UNPACKED_BYTES = 2 ** 33;
const NAMED_FILES = 10;

/** The directory of one acquired artifact below a root. Both parts have to be names of directories (`isDirectoryName`). */
export function artifactDirectory(
  root: string,
  { version, target }: { version: string; target: string },
): string {
  return join(root, ARTIFACTS_DIRECTORY, version, target);
}

/** Whether an artifact is already here, unpacked, with the pinned digest. */
export async function isAcquired(root: string, artifact: LockedArtifact): Promise<boolean> {
  const file = join(artifactDirectory(root, artifact), artifact.binary.file);
  return (
    (await sizeOf(file)) === artifact.binary.size_bytes && (await sha256Of(file)) === artifact.binary.sha256
  );
}

/**
 * Fetches one pinned artifact, verifies the asset and the executable, and puts what was unpacked in place in one rename.
 *
 * @throws ToolError when a digest differs (nothing is put in place then) or the source refuses
 *
 * @req FP-SEC-005
 */
export async function acquireArtifact(
  root: string,
  artifact: LockedArtifact,
  network: Network = DEFAULT_NETWORK,
): Promise<void> {
  const { archive, binary } = artifact;
  const name = describeOrigin(artifact);
  await withStaging(join(root, ARTIFACTS_DIRECTORY), async (staging) => {
    const fetched = await fetchInto(staging, artifact, { network, sizeBytes: archive.size_bytes });
    expectDigest(`the archive of ${name}`, fetched.sha256, archive.sha256);
    const unpacked = await unpackInto(staging, artifact.source, fetched);
    const file = join(unpacked, binary.file);
    if ((await sizeOf(file)) === undefined)
      throw new ToolError(`${name} holds no file ${binary.file}`, { file: LOCK_FILE });
    expectDigest(`${binary.file} of ${name}`, await sha256Of(file), binary.sha256);
    await putInPlace(unpacked, { binary: file, destination: artifactDirectory(root, artifact) });
  });
}

/** What is to be pinned. */
export interface PinRequest {
  /** The name of a directory, as the target (`isDirectoryName`). */
  readonly version: string;
  readonly target: string;
  readonly origin: OriginSpec;
  /** Globs of the executable inside the archive, relative to it or to any directory in it. */
  readonly files: readonly string[];
  readonly network?: Network;
}

/**
 * Fetches an asset that is not pinned yet, puts it in place and gives the lock entry that pins it from now on.
 *
 * @throws ToolError when it holds no file that matches the globs, or the source refuses
 */
export async function pinArtifact(root: string, request: PinRequest): Promise<LockedArtifact> {
  const { version, target, origin, network = DEFAULT_NETWORK } = request;
  return withStaging(join(root, ARTIFACTS_DIRECTORY), async (staging) => {
    const fetched = await fetchInto(staging, origin, { network });
    const unpacked = await unpackInto(staging, origin.source, fetched);
    const file = await findExecutable(unpacked, request);
    const binary = join(unpacked, file);
    const entry: LockedArtifact = {
      version,
      target,
      ...fetched.origin,
      archive: { sha256: fetched.sha256, size_bytes: fetched.size_bytes },
      binary: { sha256: await sha256Of(binary), size_bytes: (await sizeOf(binary)) ?? 0, file },
    };
    await putInPlace(unpacked, { binary, destination: artifactDirectory(root, request) });
    return entry;
  });
}

async function fetchInto(
  staging: string,
  origin: Origin | OriginSpec,
  options: { network: Network; sizeBytes?: number },
): Promise<FetchedAsset> {
  const directory = join(staging, 'asset');
  await mkdir(directory);
  const source = SOURCES[origin.source] as ArtifactSource<Origin>;
  return source.fetch(origin, { ...options, directory });
}

async function unpackInto(
  staging: string,
  source: Origin['source'],
  { file }: FetchedAsset,
): Promise<string> {
  const unpacked = join(staging, 'package');
  await mkdir(unpacked);
  await unpackAsset({ file, strip: SOURCES[source].strip, maxBytes: MAX_UNPACKED_BYTES }, unpacked);
  return unpacked;
}

/** The first file by name that matches the first glob that any matches. */
async function findExecutable(directory: string, { origin, files }: PinRequest): Promise<string> {
  for (const glob of files) {
    const [found] = (await fastGlob([glob, `**/${glob}`], { cwd: directory, dot: true })).sort();
    if (found !== undefined) return found;
  }
  const held = (await fastGlob('**/*', { cwd: directory, dot: true }))
    .sort()
    .slice(0, NAMED_FILES)
    .join(', ');
  throw new ToolError(`${describeOrigin(origin)} holds no file like ${files.join(', ')}`, {
    file: 'RULES.json',
    fix: `name its executable in "files" of the target in RULES.json; it holds ${held || 'nothing'}`,
  });
}

async function putInPlace(
  unpacked: string,
  { binary, destination }: { binary: string; destination: string },
): Promise<void> {
  // Some archives carry their executable without the bit that lets it run.
  await chmod(binary, 0o755);
  await mkdir(dirname(destination), { recursive: true });
  await rm(destination, { recursive: true, force: true });
  await rename(unpacked, destination);
}

function expectDigest(what: string, actual: string, expected: string): void {
  if (actual === expected) return;
  throw new ToolError(`${what} has sha256 ${actual}, ${expected} is pinned`, {
    file: LOCK_FILE,
    fix: 'find out why the source gives other bytes than were pinned; only then pin it again with "fixpoint acquire --pin"',
  });
}

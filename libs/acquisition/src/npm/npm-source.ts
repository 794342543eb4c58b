import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { NpmOrigin } from '@fixpoint/artifact-lock';
import { ToolError } from '@fixpoint/model';
import { sha256Of, sizeOf } from '../digest';
import type { ArtifactSource, FetchedAsset, FetchRequest, Network, Release } from '../source';
import { runNpm } from './run-npm';

/** The npm registry, asked with the user's own npm: registry, proxy and credentials are those of its configuration. */
export const npmSource: ArtifactSource<NpmOrigin> = {
  // Everything in a package archive lies below one directory, usually `package`.
  strip: 1,
  fetch: fetchPackage,
  releases: listVersions,
};

/** Package scripts do not run. */
async function fetchPackage(
  origin: NpmOrigin,
  { directory, network }: FetchRequest,
): Promise<FetchedAsset<NpmOrigin>> {
  await runNpm(['pack', origin.package, '--ignore-scripts', '--pack-destination', directory], {
    cwd: directory,
    timeoutMs: network.limits.totalMs,
  });
  const archive = (await readdir(directory)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new ToolError(`npm pack ${origin.package} wrote no archive`);
  const file = join(directory, archive);
  return { origin, file, sha256: await sha256Of(file), size_bytes: (await sizeOf(file)) ?? 0 };
}

async function listVersions(
  name: string,
  { directory, network }: { directory: string; network: Network },
): Promise<readonly Release[]> {
  const stdout = await runNpm(['view', name, 'versions', '--json'], {
    cwd: directory,
    timeoutMs: network.limits.totalMs,
  });
  // A package with a single version prints it alone.
  const versions: unknown = [parseVersions(stdout, name)].flat();
  if (!Array.isArray(versions) || !versions.every((version) => typeof version === 'string')) {
    throw unexpectedAnswer(name);
  }
  return versions.map((tag) => ({ tag, isPrerelease: false }));
}

function parseVersions(stdout: string, name: string): unknown {
  try {
    return JSON.parse(stdout);
  } catch {
    throw unexpectedAnswer(name);
  }
}

function unexpectedAnswer(name: string): ToolError {
  return new ToolError(`npm view ${name} versions gave no list of versions`, {
    fix: `look at what "npm view ${name} versions --json" prints`,
  });
}

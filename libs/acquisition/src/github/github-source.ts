import { join } from 'node:path';
import { describeOrigin, type GithubOrigin } from '@fixpoint/artifact-lock';
import { ToolError } from '@fixpoint/model';
import type { ArtifactSource, FetchedAsset, FetchRequest, Network, Release } from '../source';
import { getRelease, listReleases, type ApiAsset } from './api';
import { download, type Downloaded } from './download';

type GithubSpec = Omit<GithubOrigin, 'url'>;

/**
 * Releases of GitHub. What is pinned is downloaded from its public address, which needs no token and counts against no limit;
 * the API is asked for what is not pinned yet, and for repositories that only a token may read.
 */
export const githubSource: ArtifactSource<GithubOrigin> = {
  strip: 0,
  fetch: fetchAsset,
  releases: listTags,
};

async function fetchAsset(
  origin: GithubOrigin | GithubSpec,
  request: FetchRequest,
): Promise<FetchedAsset<GithubOrigin>> {
  const file = join(request.directory, origin.asset);
  const what = describeOrigin(origin);
  if ('url' in origin) {
    const { url } = origin;
    const isPrivate = request.network.token !== undefined;
    const found = await download({ url, what, mayBeAbsent: isPrivate }, { file, ...request });
    if (found !== undefined) return { origin, file, ...found };
  }
  const asset = await findAsset(origin, request.network);
  const found = await download(
    { url: asset.url, what, token: request.network.token },
    { file, ...request, sizeBytes: request.sizeBytes ?? asset.size },
  );
  expectAnnounced(found, asset, what);
  const { source, repo, tag } = origin;
  return {
    origin: { source, repo, tag, asset: origin.asset, url: asset.browser_download_url },
    file,
    ...found,
  };
}

async function findAsset({ repo, tag, asset }: GithubSpec, network: Network): Promise<ApiAsset> {
  const { assets } = await getRelease(repo, tag, network);
  const found = assets.find(({ name }) => name === asset);
  if (found !== undefined) return found;
  const names = assets.map(({ name }) => name).join(', ');
  throw new ToolError(`release ${tag} of ${repo} has no asset ${asset}`, {
    fix: names === '' ? 'name another release: this one has no assets' : `name one of its assets: ${names}`,
  });
}

/** GitHub tells size and, for assets uploaded since 2025, the digest beforehand. */
function expectAnnounced(found: Downloaded, asset: ApiAsset, what: string): void {
  const isAsAnnounced =
    found.size_bytes === asset.size &&
    (asset.digest?.startsWith('sha256:') !== true || asset.digest === `sha256:${found.sha256}`);
  if (isAsAnnounced) return;
  throw new ToolError(
    `${what} came with ${found.size_bytes} bytes and sha256 ${found.sha256}; GitHub announced ${asset.size} bytes and ${asset.digest ?? 'no digest'}`,
    { fix: 'run the command again; if it stays so, the release or the connection cannot be trusted' },
  );
}

async function listTags(repo: string, { network }: { network: Network }): Promise<readonly Release[]> {
  const releases = await listReleases(repo, network);
  return releases.map(({ tag_name: tag, prerelease: isPrerelease }) => ({ tag, isPrerelease }));
}

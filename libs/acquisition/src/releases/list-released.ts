import type { ReleaseQuery, Network } from '../source';
import { githubSource } from '../github/github-source';
import { npmSource } from '../npm/npm-source';
import { releasedVersions, type ReleasedVersion } from './released-versions';

/** What was found, and what the source called the releases that are no versions, for whoever has to correct the pattern. */
export interface Released {
  readonly versions: readonly ReleasedVersion[];
  /** How many releases there are at all. */
  readonly total: number;
  /** The first few names. */
  readonly examples: readonly string[];
}

const EXAMPLES = 5;

/**
 * Asks a source for every published version. `directory` is where npm looks its configuration up from.
 *
 * @throws ToolError when the source cannot be reached or refuses
 */
export async function listReleased(
  query: ReleaseQuery & { readonly tagPattern?: string },
  from: { readonly directory: string; readonly network: Network },
): Promise<Released> {
  const releases =
    query.source === 'npm'
      ? await npmSource.releases(query.package, from)
      : await githubSource.releases(query.repo, from);
  return {
    versions: releasedVersions(releases, query.tagPattern),
    total: releases.length,
    examples: releases.slice(0, EXAMPLES).map(({ tag }) => tag),
  };
}

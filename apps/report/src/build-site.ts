import { success, type Artifact, type Ports, type Result } from '@fixpoint/model';
import { checkPublished } from './check-published';
import { publishedFetch } from './published-fetch';
import { readSources } from './read-sources';
import { renderSite } from './render-site';

/** What a site is made of; paths are relative to the workspace. */
export interface SiteRequest {
  /** The directory of a `SUPPORT.json` and its `support-matrix.json`. */
  readonly matrix: string;
  /** The OpenAPI document that says what the site publishes. */
  readonly contract: string;
}

/** All files of the site, relative to it: the published JSON and the pages. */
export async function buildSite(
  ports: Ports,
  { matrix, contract }: SiteRequest,
): Promise<Result<readonly Artifact[]>> {
  const sources = await readSources(ports, matrix);
  if (!sources.ok) return sources;
  const { published, roots } = sources.value;
  const checked = await checkPublished(ports, contract, published);
  if (!checked.ok) return checked;
  const pages = await renderSite(publishedFetch(published), (tool) => roots.get(tool) ?? matrix);
  if (!pages.ok) return pages;
  return success([...published.map(({ path, text }) => ({ path, text })), ...pages.value]);
}

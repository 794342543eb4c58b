import { z } from 'zod';
import { ToolError } from '@fixpoint/model';
import type { Network } from '../source';
import { withAnswer } from './http';
import { readText } from './read-text';

const MAX_JSON_BYTES = 64 * 1024 * 1024;
const PAGE_SIZE = 100;

const asset = z.looseObject({
  name: z.string(),
  url: z.url(),
  browser_download_url: z.url(),
  size: z.int().min(0),
  digest: z.string().nullish(),
});

const release = z.looseObject({
  tag_name: z.string(),
  draft: z.boolean().default(false),
  prerelease: z.boolean().default(false),
  assets: z.array(asset).default([]),
});

/** An asset as `GET /repos/{owner}/{repo}/releases/tags/{tag}` tells of it. */
export type ApiAsset = z.infer<typeof asset>;

/** A release as the API tells of it. */
export type ApiRelease = z.infer<typeof release>;

/** The release of a tag. */
export async function getRelease(repo: string, tag: string, network: Network): Promise<ApiRelease> {
  const path = `/repos/${repo}/releases/tags/${tag.split('/').map(encodeURIComponent).join('/')}`;
  const { value } = await getJson(release, { path, what: `release ${tag} of ${repo}`, network });
  return value;
}

/** All published releases of a repository, the newest first. */
export async function listReleases(repo: string, network: Network): Promise<ApiRelease[]> {
  const found: ApiRelease[] = [];
  for (let page = 1, isLast = false; !isLast; page += 1) {
    const answer = await getJson(z.array(release), {
      path: `/repos/${repo}/releases?per_page=${PAGE_SIZE}&page=${page}`,
      what: `the list of releases of ${repo}`,
      network,
    });
    found.push(...answer.value);
    isLast = !answer.hasNext || answer.value.length === 0;
  }
  return found.filter(({ draft }) => !draft);
}

async function getJson<T>(
  schema: z.ZodType<T>,
  { path, what, network }: { path: string; what: string; network: Network },
): Promise<{ value: T; hasNext: boolean }> {
  const url = `${network.apiUrl.replace(/\/$/, '')}${path}`;
  const request = { url, accept: 'application/vnd.github+json', token: network.token, network, what };
  return withAnswer(request, async (answer) => {
    const shape = schema.safeParse(parseJson(await readText(answer, MAX_JSON_BYTES)));
    if (!shape.success) throw unexpectedAnswer(url, what);
    return { value: shape.data, hasNext: /;\s*rel="next"/.test(answer.headers.get('link') ?? '') };
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unexpectedAnswer(url: string, what: string): ToolError {
  return new ToolError(`${what} cannot be read: ${new URL(url).host} did not answer as the GitHub API does`, {
    fix: 'check GITHUB_API_URL, and whether a proxy answers in its place',
  });
}

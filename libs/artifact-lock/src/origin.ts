import { z } from 'zod';

/** `name@1.2.3` or `@scope/name@1.2.3-tag`: no range, no tag, no address, nothing that npm would read as an option. */
const EXACT_SPEC = /^(?:@[0-9a-z~][\w.~-]*\/)?[0-9A-Za-z~][\w.~-]*@\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;
const REPOSITORY = /^[0-9A-Za-z][0-9A-Za-z-]*\/[0-9A-Za-z_.-]+$/;
/** What git allows in the name of a tag, less what would change the meaning of an address. */
const TAG = /^(?![/.-])(?!.*(?:\.\.|\/\/|@\{))[^\s~^:?*[\]\\#%\p{Cc}]+(?<![/.])$/u;
/** GitHub itself replaces every other character in the name of an uploaded file. */
const ASSET = /^[0-9A-Za-z_][0-9A-Za-z_.+@~-]*$/;
const ADDRESS = /^https?:\/\/[^\s/]+\/\S+$/;
const GITHUB_PIN = /^github:([^@#]+)@(.+)#([^#]+)$/;

/** Shape of what tells an npm package from others. */
export const npmOrigin = {
  source: z.literal('npm'),
  package: z
    .string()
    .regex(EXACT_SPEC, 'an npm package with an exact version is needed, such as name@1.2.3')
    .describe('The package spec, with an exact version.'),
};

/** Shape of what tells an asset of a GitHub release from others. */
export const githubOrigin = {
  source: z.literal('github-release'),
  repo: z
    .string()
    .regex(REPOSITORY, 'a repository is needed, such as owner/name')
    .describe('The repository, owner first.'),
  tag: z.string().regex(TAG, 'the tag of a release is needed').describe('The tag of the release.'),
  asset: z
    .string()
    .regex(ASSET, 'the name of a file of the release is needed')
    .describe('The file of the release.'),
  url: z
    .string()
    .regex(ADDRESS, 'an address is needed')
    .describe('Where the asset is downloaded without a token.'),
};

/** A version of an npm package. */
export type NpmOrigin = z.infer<z.ZodObject<typeof npmOrigin>>;

/** One asset of a GitHub release. */
export type GithubOrigin = z.infer<z.ZodObject<typeof githubOrigin>>;

/** Where an artifact comes from. */
export type Origin = NpmOrigin | GithubOrigin;

/** An origin as a user names it, before anybody asked where its asset is. */
export type OriginSpec = NpmOrigin | Omit<GithubOrigin, 'url'>;

/** Whether a package spec says exactly one version of one npm package. */
export function isExactSpec(spec: string): boolean {
  return EXACT_SPEC.test(spec);
}

/** Whether a text names a repository of GitHub: `owner/name`. */
export function isRepository(text: string): boolean {
  return REPOSITORY.test(text);
}

/** Reads `name@1.2.3` or `github:owner/repo@tag#asset`; undefined for whatever does not name exactly one asset. */
export function parseOriginSpec(spec: string): OriginSpec | undefined {
  if (isExactSpec(spec)) return { source: 'npm', package: spec };
  const [, repo = '', tag = '', asset = ''] = GITHUB_PIN.exec(spec) ?? [];
  return isRepository(repo) && TAG.test(tag) && ASSET.test(asset)
    ? { source: 'github-release', repo, tag, asset }
    : undefined;
}

/** An origin as messages name it, in the form that `parseOriginSpec` reads. */
export function describeOrigin(origin: OriginSpec): string {
  return origin.source === 'npm' ? origin.package : `github:${origin.repo}@${origin.tag}#${origin.asset}`;
}

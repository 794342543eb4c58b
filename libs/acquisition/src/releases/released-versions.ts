import { prerelease, rcompare, valid } from 'semver';
import type { Release } from '../source';

/** An upstream version that was published. */
export interface ReleasedVersion {
  readonly version: string;
  /** What the source calls it. */
  readonly tag: string;
  readonly prerelease: boolean;
}

/** `1.2.3`, `v1.2.3`: what most tools call their releases. */
const DEFAULT_PATTERN = '^v?(?<version>\\d+\\.\\d+\\.\\d+(?:[-+][0-9A-Za-z.+-]+)?)$';

/** Words by which builds for one platform are told from prereleases: some tools publish `1.2.3-linux-x64` beside `1.2.3`. */
const PLATFORM_WORDS = new Set(
  'aix android darwin freebsd linux linuxmusl mac macos musl netbsd openbsd osx sunos win win32 win64 windows'.split(
    ' ',
  ),
);

/**
 * The versions among what was published, the newest first and each once. A tag is a version when the pattern matches it and
 * its group `version` is a semantic version; without a pattern builds for one platform are left out as well.
 *
 * @param tagPattern a regular expression with a group `version`
 */
export function releasedVersions(releases: readonly Release[], tagPattern?: string): ReleasedVersion[] {
  const pattern = new RegExp(tagPattern ?? DEFAULT_PATTERN);
  const byVersion = new Map<string, ReleasedVersion>();
  for (const { tag, isPrerelease } of releases) {
    const version = valid(pattern.exec(tag)?.groups?.['version'] ?? '');
    if (version === null || (tagPattern === undefined && isPlatformBuild(version))) continue;
    byVersion.set(version, { version, tag, prerelease: isPrerelease || prerelease(version) !== null });
  }
  return [...byVersion.values()].sort((a, b) => rcompare(a.version, b.version));
}

function isPlatformBuild(version: string): boolean {
  const words = version
    .split('-')
    .slice(1)
    .join('-')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some((word) => PLATFORM_WORDS.has(word));
}

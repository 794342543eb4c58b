import { compareBytes } from '@fixpoint/surface-formats';
import { compareBuild, valid } from 'semver';

const NUMBER = String.raw`(?:0|[1-9]\d*)`;
const PRERELEASE = String.raw`(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)`;
const BUILD = '[0-9A-Za-z-]+';
const VERSION = new RegExp(
  String.raw`^${NUMBER}\.${NUMBER}\.${NUMBER}(?:-${PRERELEASE}(?:\.${PRERELEASE})*)?(?:\+${BUILD}(?:\.${BUILD})*)?$`,
);
const LARGEST_NUMBER = 2n ** 64n - 1n;

/** Whether a text is a semantic version to the letter (semver.org 2.0.0), its numbers of at most 64 bits. */
export function isStrictVersion(text: string): boolean {
  if (!VERSION.test(text)) return false;
  const [core = ''] = text.split(/[-+]/);
  return core.split('.').every((part) => BigInt(part) <= LARGEST_NUMBER);
}

/** Orders versions, the newest first; by bytes where one of the two is no semantic version. */
export function compareNewestFirst(a: string, b: string): number {
  const bothVersions = [a, b].every((each) => isStrictVersion(each) && valid(each) !== null);
  return bothVersions ? compareBuild(b, a) : compareBytes(b, a);
}

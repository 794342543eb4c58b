import { compareBytes } from './order';

const NUMBER = String.raw`(?:0|[1-9]\d*)`;
const PRERELEASE = String.raw`(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)`;
const BUILD = '[0-9A-Za-z-]+';
const VERSION = new RegExp(
  String.raw`^(${NUMBER})\.(${NUMBER})\.(${NUMBER})(?:-(${PRERELEASE}(?:\.${PRERELEASE})*))?(?:\+(${BUILD}(?:\.${BUILD})*))?$`,
);
const LARGEST_NUMBER = 2n ** 64n - 1n;

/** A semantic version taken apart. */
interface StrictVersion {
  readonly core: readonly bigint[];
  readonly prerelease: readonly string[];
  readonly build: readonly string[];
}

/** Whether a text is a semantic version to the letter (semver.org 2.0.0), its numbers of at most 64 bits. */
export function isStrictVersion(text: string): boolean {
  return parse(text) !== undefined;
}

/** Whether a version has neither a prerelease nor a build part. */
export function isStableVersion(text: string): boolean {
  const version = parse(text);
  return version !== undefined && version.prerelease.length === 0 && version.build.length === 0;
}

/**
 * Orders versions, the oldest first: by precedence (semver.org §11), a build after what it is a build of. Of two texts of which
 * one is no version the order is that of their bytes.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  if (left === undefined || right === undefined) return compareBytes(a, b);
  return (
    compareCores(left.core, right.core) ||
    comparePrereleases(left.prerelease, right.prerelease) ||
    compareIdentifiers(left.build, right.build)
  );
}

function parse(text: string): StrictVersion | undefined {
  const [match, major = '', minor = '', patch = '', prerelease, build] = VERSION.exec(text) ?? [];
  if (match === undefined) return undefined;
  const core = [major, minor, patch].map(BigInt);
  if (core.some((part) => part > LARGEST_NUMBER)) return undefined;
  return { core, prerelease: prerelease?.split('.') ?? [], build: build?.split('.') ?? [] };
}

function compareCores(a: readonly bigint[], b: readonly bigint[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : compareNumbers(a[at] as bigint, b[at] as bigint);
}

// A release comes after all of its prereleases.
function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  return compareIdentifiers(a, b);
}

function compareIdentifiers(a: readonly string[], b: readonly string[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const order = compareIdentifier(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareIdentifier(a: string, b: string): number {
  const [isNumber, isOtherNumber] = [a, b].map((each) => /^\d+$/.test(each));
  if (isNumber && isOtherNumber) return compareNumbers(BigInt(a), BigInt(b)) || a.length - b.length;
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  return compareBytes(a, b);
}

function compareNumbers(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

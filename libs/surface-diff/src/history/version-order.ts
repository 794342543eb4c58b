import { compareBytes } from '@fixpoint/surface-formats';
import { parse } from 'semver';

/** Orders versions by precedence; names that are no semantic versions come first, by bytes. */
export function compareVersionNames(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  if (left === null || right === null) {
    return Number(left !== null) - Number(right !== null) || compareBytes(a, b);
  }
  return left.compare(right) || left.compareBuild(right) || compareBytes(a, b);
}

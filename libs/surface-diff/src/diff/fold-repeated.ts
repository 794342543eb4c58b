import { comparePaths, pathKey, type SurfaceChange } from '@fixpoint/surface-formats';
import type { Surface } from '../surface/surface';

/**
 * A root flag that most commands repeat would change once for each of them. Where a command only repeats it, on every side that
 * has it, and it changed there as at the root, the change of the root says so once for all.
 */
export function foldRepeated(
  changes: readonly SurfaceChange[],
  before: Surface,
  after: Surface,
): SurfaceChange[] {
  const repeats = new Map<string, (readonly string[])[]>();
  const atRoot = new Set(changes.filter(({ path }) => path.length === 0).map(identity));
  const kept = changes.filter((change) => {
    const id = identity(change);
    const isRepeat = change.path.length > 0 && atRoot.has(id) && isFolded(change, before, after);
    if (isRepeat) repeats.set(id, [...(repeats.get(id) ?? []), change.path]);
    return !isRepeat;
  });
  return kept.map((change) => {
    const paths = change.path.length === 0 ? repeats.get(identity(change)) : undefined;
    return paths === undefined ? change : { ...change, also_on: paths.sort(comparePaths) };
  });
}

function identity({ rule, key, name, from, to }: SurfaceChange): string {
  return JSON.stringify([rule, key ?? name ?? null, from ?? null, to ?? null]);
}

function isFolded({ unit, path, key = '' }: SurfaceChange, before: Surface, after: Surface): boolean {
  if (unit !== 'flag') return false;
  const sides = [before, after].flatMap(({ commands }) => commands.get(pathKey(path))?.flags.get(key) ?? []);
  return sides.length > 0 && sides.every(({ folded }) => folded);
}

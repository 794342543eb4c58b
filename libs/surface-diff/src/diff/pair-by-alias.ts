import { compareBytes } from '@fixpoint/surface-formats';

/** Something that has a name and can be called by others. */
export interface Named<T> {
  readonly value: T;
  readonly name: string;
  readonly aliases: readonly string[];
}

/**
 * Pairs of which one's name is an alias of the other. Where several pairs are possible the names decide, in a way that is the
 * same in both directions, so that a comparison read backwards finds the same pairs.
 */
export function pairByAlias<T>(before: readonly Named<T>[], after: readonly Named<T>[]): [T, T][] {
  const candidates = candidatePairs(before, after).sort((a, b) => compareBytes(pairName(a), pairName(b)));
  const taken = new Set<Named<T>>();
  return candidates.flatMap(([old, now]): [T, T][] => {
    if (taken.has(old) || taken.has(now)) return [];
    taken.add(old).add(now);
    return [[old.value, now.value]];
  });
}

function candidatePairs<T>(
  before: readonly Named<T>[],
  after: readonly Named<T>[],
): (readonly [Named<T>, Named<T>])[] {
  const byName = new Map(after.map((each) => [each.name, each]));
  const byAlias = new Map<string, Named<T>[]>();
  for (const each of after) {
    for (const alias of each.aliases) byAlias.set(alias, [...(byAlias.get(alias) ?? []), each]);
  }
  return before.flatMap((old) => {
    const owners = byAlias.get(old.name) ?? [];
    const named = old.aliases.flatMap((alias) => byName.get(alias) ?? []);
    return [...new Set([...owners, ...named])].map((now) => [old, now] as const);
  });
}

function pairName<T>([old, now]: readonly [Named<T>, Named<T>]): string {
  return [old.name, now.name].sort(compareBytes).join('\u001f');
}

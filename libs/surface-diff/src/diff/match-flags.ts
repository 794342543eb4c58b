import type { SurfaceCommand, SurfaceFlag } from '../surface/surface';
import { spellingsOf } from '../surface/spellings';
import type { Pair } from './fields';

/** How the flags of a command belong together. */
export interface FlagMatch {
  readonly pairs: readonly Pair<SurfaceFlag>[];
  readonly removed: readonly SurfaceFlag[];
  readonly added: readonly SurfaceFlag[];
}

/**
 * Pairs flags by key; one that is listed under another spelling is found by the spellings that both sides share. What one side
 * cannot tell is left out: spellings of a flag that is hidden on the other side, and flags that a union folded in silence.
 */
export function matchFlags({ before, after }: Pair<SurfaceCommand>): FlagMatch {
  const pairs = new Map<SurfaceFlag, SurfaceFlag>();
  for (const [key, flag] of before.flags) {
    const same = after.flags.get(key);
    if (same !== undefined) pairs.set(flag, same);
  }
  const taken = new Set(pairs.values());
  const newcomers = spellingIndex([...after.flags.values()].filter((flag) => !taken.has(flag)));
  for (const flag of before.flags.values()) {
    if (pairs.has(flag)) continue;
    const other = spellingsOf(flag.record)
      .map((spelling) => newcomers.get(spelling))
      .find((found) => found !== undefined && !taken.has(found) && namesOther(flag, found));
    if (other === undefined) continue;
    pairs.set(flag, other);
    taken.add(other);
  }
  return {
    pairs: [...pairs].map(([old, now]) => ({ before: old, after: now })),
    removed: unmatched(before, after, (flag) => pairs.has(flag)),
    added: unmatched(after, before, (flag) => taken.has(flag)),
  };
}

/** Flags by each of their spellings; the first one that has it counts. */
export function spellingIndex(flags: Iterable<SurfaceFlag>): ReadonlyMap<string, SurfaceFlag> {
  const index = new Map<string, SurfaceFlag>();
  for (const flag of flags) {
    for (const spelling of spellingsOf(flag.record)) if (!index.has(spelling)) index.set(spelling, flag);
  }
  return index;
}

// A spelling in common is not enough: a short form may have gone from one flag to another.
function namesOther({ record: a }: SurfaceFlag, { record: b }: SurfaceFlag): boolean {
  return spellingsOf(a).includes(b.key) || spellingsOf(b).includes(a.key);
}

function unmatched(
  own: SurfaceCommand,
  other: SurfaceCommand,
  isMatched: (flag: SurfaceFlag) => boolean,
): SurfaceFlag[] {
  const shown = spellingIndex([...other.flags.values()].filter(({ record }) => record.hidden !== true));
  return [...own.flags.values()].filter(
    (flag) => !isMatched(flag) && !other.mayRepeat.has(flag.record.key) && !isSpellingOf(flag, shown, own),
  );
}

// A second source lists every spelling as a flag of its own; the page of the other side shows what it belongs to.
function isSpellingOf(
  { record }: SurfaceFlag,
  shown: ReadonlyMap<string, SurfaceFlag>,
  own: SurfaceCommand,
): boolean {
  const holder = record.hidden === true ? shown.get(record.key) : undefined;
  return holder !== undefined && own.flags.get(holder.record.key)?.record.hidden === true;
}

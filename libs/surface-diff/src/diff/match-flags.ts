import type { SurfaceCommand, SurfaceFlag } from '../surface/surface';
import { spellingsOf } from '../surface/spellings';
import type { Pair } from './fields';
import { pairByAlias, type Named } from './pair-by-alias';

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
  const same = [...before.flags].flatMap(([key, flag]): [SurfaceFlag, SurfaceFlag][] => {
    const other = after.flags.get(key);
    return other === undefined ? [] : [[flag, other]];
  });
  const renamed = pairByAlias(newcomers(before.flags, after.flags), newcomers(after.flags, before.flags));
  const pairs = [...same, ...renamed];
  const matched = new Set(pairs.flat());
  return {
    pairs: pairs.map(([old, now]) => ({ before: old, after: now })),
    removed: unmatched(before, after, matched),
    added: unmatched(after, before, matched),
  };
}

function newcomers(own: SurfaceCommand['flags'], other: SurfaceCommand['flags']): Named<SurfaceFlag>[] {
  return [...own]
    .filter(([key]) => !other.has(key))
    .map(([name, value]) => ({ value, name, aliases: spellingsOf(value.record).slice(1) }));
}

/** Flags by each of their spellings; the first one that has it counts. */
export function spellingIndex(flags: Iterable<SurfaceFlag>): ReadonlyMap<string, SurfaceFlag> {
  const index = new Map<string, SurfaceFlag>();
  for (const flag of flags) {
    for (const spelling of spellingsOf(flag.record)) if (!index.has(spelling)) index.set(spelling, flag);
  }
  return index;
}

function unmatched(
  own: SurfaceCommand,
  other: SurfaceCommand,
  matched: ReadonlySet<SurfaceFlag>,
): SurfaceFlag[] {
  const shown = spellingIndex([...other.flags.values()].filter(({ record }) => record.hidden !== true));
  return [...own.flags.values()].filter(
    (flag) => !matched.has(flag) && !other.mayRepeat.has(flag.record.key) && !isSpellingOf(flag, shown, own),
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

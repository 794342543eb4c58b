import type { SurfaceChange, UnionFlag } from '@fixpoint/surface-formats';
import { isShort, spellingsOf } from '../surface/spellings';
import type { SurfaceFlag } from '../surface/surface';
import { changeOf, type ChangedUnit } from './change';
import { without, type Pair } from './fields';

/**
 * Spellings that a flag lost or got. `spelled` has the flags of the newer side by each of their spellings: one that another
 * flag has now did not just go.
 */
export function diffSpellings(
  unit: ChangedUnit,
  { before, after }: Pair<UnionFlag>,
  spelled: ReadonlyMap<string, SurfaceFlag>,
): SurfaceChange[] {
  const [old, now] = [spellingsOf(before), spellingsOf(after)];
  const lost = without(old, now).map((from) => {
    const heir = spelled.get(from);
    if (heir !== undefined) return changeOf('flag-spelling-moved', unit, { from, to: heir.record.key });
    if (from === before.key) return changeOf('flag-renamed', unit, { from, to: after.key });
    return changeOf(isShort(from) ? 'flag-short-removed' : 'flag-alias-removed', unit, { from });
  });
  const gained = without(now, old).map((to) =>
    changeOf(isShort(to) ? 'flag-short-added' : 'flag-alias-added', unit, { to }),
  );
  const isOtherMain = before.key !== after.key && now.includes(before.key);
  return [
    ...lost,
    ...gained,
    ...(isOtherMain
      ? [changeOf('flag-primary-name-changed', unit, { from: before.key, to: after.key })]
      : []),
  ];
}

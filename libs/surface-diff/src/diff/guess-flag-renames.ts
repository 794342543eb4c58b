import type { SurfaceChange } from '@fixpoint/surface-formats';
import { isShort, spellingsOf } from '../surface/spellings';
import type { SurfaceFlag } from '../surface/surface';
import { changeOf } from './change';
import { guessRenames, type Clue } from './guess-renames';
import type { FlagMatch } from './match-flags';
import { nameSimilarity, setSimilarity, textSimilarity } from './similarity';

/** The likely renames among the removed and added flags of a command; hidden ones have too little to be told by. */
export function guessFlagRenames({ removed, added }: FlagMatch, path: readonly string[]): SurfaceChange[] {
  const shown = (flags: readonly SurfaceFlag[]) => flags.filter(({ record }) => record.hidden !== true);
  const renames = guessRenames({
    removed: shown(removed),
    added: shown(added),
    nameOf: ({ record }) => record.key,
    cluesOf,
  });
  return renames.map(({ from, to, guess }) =>
    changeOf('flag-rename-guessed', { path, name: from.record.key }, { to: to.record.key, guess }),
  );
}

function cluesOf({ record: from }: SurfaceFlag, { record: to }: SurfaceFlag): readonly Clue[] {
  return [
    { weight: 4, value: nameSimilarity(from.key, to.key), reason: 'similar name' },
    { weight: 4, value: textSimilarity(from.description, to.description), reason: 'similar description' },
    {
      weight: 2,
      value: setSimilarity(spellingsOf(from).filter(isShort), spellingsOf(to).filter(isShort)),
      reason: 'same short form',
    },
    { weight: 1, value: from.takes_value === to.takes_value ? undefined : 0, reason: 'same value' },
    {
      weight: 1,
      value: setSimilarity(valueNames(from.value_name), valueNames(to.value_name)),
      reason: 'same value name',
    },
    { weight: 2, value: setSimilarity(from.choices ?? [], to.choices ?? []), reason: 'same choices' },
  ];
}

function valueNames(name: string | undefined): string[] {
  return name === undefined ? [] : [name];
}

import { pathKey, type SurfaceChange } from '@fixpoint/surface-formats';
import type { SurfaceCommand } from '../surface/surface';
import { changeOf } from './change';
import { guessRenames, type Clue } from './guess-renames';
import type { CommandMatch } from './match-commands';
import { nameSimilarity, setSimilarity, textSimilarity } from './similarity';

/** The likely renames among removed and added commands with one parent. */
export function guessCommandRenames({ removed, added }: CommandMatch): SurfaceChange[] {
  const groups = new Map<string, { removed: SurfaceCommand[]; added: SurfaceCommand[] }>();
  const groupOf = ({ record }: SurfaceCommand) => {
    const key = pathKey(record.path.slice(0, -1));
    const group = groups.get(key) ?? { removed: [], added: [] };
    groups.set(key, group);
    return group;
  };
  for (const command of removed) groupOf(command).removed.push(command);
  for (const command of added) groupOf(command).added.push(command);
  return [...groups.values()].flatMap((group) =>
    guessRenames({ ...group, nameOf: ({ record }) => record.path.join(' '), cluesOf }).map(
      ({ from, to, guess }) =>
        changeOf(
          'command-rename-guessed',
          { path: from.record.path, name: '' },
          { to: to.record.path.join(' '), guess },
        ),
    ),
  );
}

function cluesOf(from: SurfaceCommand, to: SurfaceCommand): readonly Clue[] {
  const names = [from, to].map(({ record }) => record.path.at(-1) ?? '') as [string, string];
  return [
    { weight: 3, value: nameSimilarity(...names), reason: 'similar name' },
    { weight: 4, value: textSimilarity(from.record.about, to.record.about), reason: 'similar description' },
    { weight: 3, value: setSimilarity(ownFlags(from), ownFlags(to)), reason: 'same flags' },
    {
      weight: 1,
      value: setSimilarity(
        from.args.map(({ name }) => name),
        to.args.map(({ name }) => name),
      ),
      reason: 'same arguments',
    },
    {
      weight: 2,
      value: setSimilarity(from.record.aliases ?? [], to.record.aliases ?? []),
      reason: 'same aliases',
    },
  ];
}

// Flags that every command repeats from the root tell nothing.
function ownFlags({ flags }: SurfaceCommand): string[] {
  return [...flags].filter(([, { folded }]) => !folded).map(([key]) => key);
}

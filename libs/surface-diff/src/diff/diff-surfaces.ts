import type { SurfaceChange } from '@fixpoint/surface-formats';
import type { Surface, SurfaceCommand } from '../surface/surface';
import { diffArgs } from './diff-args';
import { addedCommand, diffCommand, removedCommand, type CommandContext } from './diff-commands';
import { diffFlags } from './diff-flags';
import type { Pair } from './fields';
import { foldRepeated } from './fold-repeated';
import { guessCommandRenames } from './guess-command-renames';
import { heirsIn, matchCommands } from './match-commands';
import { sortChanges } from './sort-changes';

/** What two surfaces are to each other. */
export interface DiffOptions {
  /** Both were looked at on the same targets, so that a unit can have lost or gained one. */
  readonly sameTargets: boolean;
}

/**
 * Everything that changed from one surface to another, by path, kind and name. Flags and arguments of a command that came or
 * went are part of that. Linear in the number of units, but for the guesses, which look at pairs of what came and went.
 */
export function diffSurfaces(before: Surface, after: Surface, options: DiffOptions): SurfaceChange[] {
  const match = matchCommands(before, after);
  const heirOf = heirsIn(after);
  const changes = [
    ...match.removed.flatMap((command) => removedCommand(command, heirOf)),
    ...match.added.map(addedCommand),
    ...guessCommandRenames(match),
    ...match.pairs.flatMap((pair) => diffPair(pair, { ...options, heirOf })),
  ];
  return sortChanges(foldRepeated(changes, before, after));
}

function diffPair(pair: Pair<SurfaceCommand>, options: Omit<CommandContext, 'isUnread'>): SurfaceChange[] {
  if (isUnread(pair.before) !== isUnread(pair.after))
    return diffCommand(pair, { ...options, isUnread: true });
  return [
    ...diffCommand(pair, { ...options, isUnread: false }),
    ...diffFlags(pair, options),
    ...diffArgs(pair, options),
  ];
}

// A command is listed by its parent; its own page, which could not be read, would have given at least a usage line.
function isUnread({ record, flags, args }: SurfaceCommand): boolean {
  return record.usage === undefined && flags.size === 0 && args.length === 0 && record.path.length > 0;
}

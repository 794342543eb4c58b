import type { SurfaceChange } from '@fixpoint/surface-formats';
import type { SurfaceCommand } from '../surface/surface';
import { changeOf, type ChangedUnit } from './change';
import { diffDeprecation, diffStability, diffTargets } from './common-fields';
import type { DiffOptions } from './diff-surfaces';
import { diffProse, without, type Pair } from './fields';
import type { HeirOf } from './match-commands';

const unitOf = ({ record }: SurfaceCommand): ChangedUnit => ({ path: record.path, name: '' });

/** A command that nothing on the newer side answers to. */
export function removedCommand(command: SurfaceCommand, heirOf: HeirOf): SurfaceChange[] {
  const unit = unitOf(command);
  const { path } = unit;
  const heir = heirOf(path);
  return [
    changeOf(command.hidden ? 'hidden-command-removed' : 'command-removed', unit),
    ...(heir === undefined
      ? []
      : [changeOf('command-spelling-moved', unit, { from: path.at(-1), to: heir.join(' ') })]),
  ];
}

/** A command that nothing on the older side answered to. */
export function addedCommand(command: SurfaceCommand): SurfaceChange {
  return changeOf(command.hidden ? 'hidden-command-added' : 'command-added', unitOf(command));
}

/** What a command is compared with beside its pair. */
export interface CommandContext extends DiffOptions {
  /** One side has no page, so that only the listing can be compared. */
  readonly isUnread: boolean;
  readonly heirOf: HeirOf;
}

/** What changed of a command itself. */
export function diffCommand(
  pair: Pair<SurfaceCommand>,
  { sameTargets, isUnread, heirOf }: CommandContext,
): SurfaceChange[] {
  const unit = unitOf(pair.before);
  const [before, after] = [pair.before.record, pair.after.record];
  const about = { before: before.about, after: after.about };
  return [
    ...diffVisibility(pair),
    ...diffPrimaryName(pair),
    ...diffAliases(pair, heirOf),
    ...(sameTargets
      ? diffTargets({ lost: 'command-target-lost', gained: 'command-target-gained' }, unit, {
          before: before.available_on,
          after: after.available_on,
        })
      : []),
    ...(isUnread
      ? [changeOf('command-not-comparable', unit)]
      : [
          ...diffDeprecation('command', unit, about),
          ...diffStability('command', unit, { before: before.stability, after: after.stability }),
          ...diffProse('command-about-changed', unit, about),
          ...diffProse('command-usage-changed', unit, { before: before.usage, after: after.usage }),
        ]),
  ];
}

// Below a hidden command everything is hidden; only what changed of the command's own listing is said of it.
function diffVisibility({ before, after }: Pair<SurfaceCommand>): SurfaceChange[] {
  const was = before.record.hidden === true;
  const is = after.record.hidden === true;
  if (was === is) return [];
  return [changeOf(is ? 'command-hidden' : 'command-revealed', unitOf(before))];
}

function diffPrimaryName({ before, after }: Pair<SurfaceCommand>): SurfaceChange[] {
  const [from, to] = [before.record.path.at(-1), after.record.path.at(-1)];
  if (from === to || from === undefined || to === undefined) return [];
  const isKept = after.record.aliases?.includes(from) === true;
  return [
    changeOf(isKept ? 'command-primary-name-changed' : 'command-renamed', unitOf(before), { from, to }),
  ];
}

// The page of a hidden command does not list its aliases, so that nothing is known of them.
function diffAliases({ before, after }: Pair<SurfaceCommand>, heirOf: HeirOf): SurfaceChange[] {
  if (before.record.hidden === true || after.record.hidden === true) return [];
  const unit = unitOf(before);
  const [old, now] = [namesOf(before), namesOf(after)];
  const primary = before.record.path.at(-1);
  return [
    ...without(old, now)
      .filter((from) => from !== primary)
      .map((from) => {
        const heir = heirOf([...after.record.path.slice(0, -1), from]);
        return heir === undefined
          ? changeOf('command-alias-removed', unit, { from })
          : changeOf('command-spelling-moved', unit, { from, to: heir.join(' ') });
      }),
    ...without(now, old).map((to) => changeOf('command-alias-added', unit, { to })),
  ];
}

function namesOf({ record }: SurfaceCommand): string[] {
  return [...record.path.slice(-1), ...(record.aliases ?? [])];
}

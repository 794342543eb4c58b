import { pathKey, type SurfaceChange } from '@fixpoint/surface-formats';
import type { Surface, SurfaceCommand } from '../surface/surface';
import { changeOf, type ChangedUnit } from './change';
import { diffDeprecation, diffStability, diffTargets } from './common-fields';
import type { DiffOptions } from './diff-surfaces';
import { diffProse, without, type Pair } from './fields';
import { aliasIndex, type CommandMatch } from './match-commands';

const unitOf = ({ record }: SurfaceCommand): ChangedUnit => ({ path: record.path, name: '' });

/** A command that nothing on the newer side answers to. */
export function removedCommand(command: SurfaceCommand): SurfaceChange {
  return changeOf(command.hidden ? 'hidden-command-removed' : 'command-removed', unitOf(command));
}

/** A command that nothing on the older side answered to. */
export function addedCommand(command: SurfaceCommand): SurfaceChange {
  return changeOf(command.hidden ? 'hidden-command-added' : 'command-added', unitOf(command));
}

/** What changed of a command itself. */
export function diffCommand(
  pair: Pair<SurfaceCommand>,
  { sameTargets, isUnread }: DiffOptions & { readonly isUnread: boolean },
): SurfaceChange[] {
  const unit = unitOf(pair.before);
  const [before, after] = [pair.before.record, pair.after.record];
  const about = { before: before.about, after: after.about };
  return [
    ...diffVisibility(pair),
    ...diffPrimaryName(pair),
    ...diffAliases(pair),
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
function diffAliases({ before, after }: Pair<SurfaceCommand>): SurfaceChange[] {
  if (before.record.hidden === true || after.record.hidden === true) return [];
  const unit = unitOf(before);
  const [old, now] = [namesOf(before), namesOf(after)];
  const primary = before.record.path.at(-1);
  return [
    ...without(old, now)
      .filter((from) => from !== primary)
      .map((from) => changeOf('command-alias-removed', unit, { from })),
    ...without(now, old).map((to) => changeOf('command-alias-added', unit, { to })),
  ];
}

function namesOf({ record }: SurfaceCommand): string[] {
  return [...record.path.slice(-1), ...(record.aliases ?? [])];
}

/**
 * Names that led to one command and lead to another one now: a removed command whose name became an alias, and an alias whose
 * name became a command of its own.
 */
export function movedCommandNames({ pairs, removed, added }: CommandMatch, after: Surface): SurfaceChange[] {
  const aliases = aliasIndex(after);
  const newcomers = new Set(added.map(({ record }) => pathKey(record.path)));
  const becameAlias = removed.flatMap(({ record: { path } }) => {
    const owner = aliases.get(pathKey(path));
    return owner === undefined
      ? []
      : [changeOf('command-spelling-moved', { path, name: '' }, { from: path.at(-1), to: owner.join(' ') })];
  });
  const becameCommand = pairs.flatMap(({ before, after: now }) =>
    (before.record.aliases ?? [])
      .map((alias) => [...now.record.path.slice(0, -1), alias])
      .filter((path) => now.record.path.length > 0 && newcomers.has(pathKey(path)))
      .map((path) =>
        changeOf('command-spelling-moved', unitOf(before), { from: path.at(-1), to: path.join(' ') }),
      ),
  );
  return [...becameAlias, ...becameCommand];
}

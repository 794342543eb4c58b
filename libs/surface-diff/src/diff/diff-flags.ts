import type { SurfaceChange } from '@fixpoint/surface-formats';
import type { SurfaceCommand, SurfaceFlag } from '../surface/surface';
import { changeOf, type ChangedUnit } from './change';
import { diffDeprecation, diffStability, diffTargets } from './common-fields';
import type { DiffOptions } from './diff-surfaces';
import { diffFlagValue } from './diff-flag-value';
import { diffSpellings } from './diff-spellings';
import { diffProse, type Pair } from './fields';
import { guessFlagRenames } from './guess-flag-renames';
import { matchFlags, spellingIndex } from './match-flags';

/** What changed of the flags of a command. Changes name the path and key of the older side. */
export function diffFlags(pair: Pair<SurfaceCommand>, options: DiffOptions): SurfaceChange[] {
  const { path } = pair.before.record;
  const match = matchFlags(pair);
  const spelled = spellingIndex(pair.after.flags.values());
  const removed = match.removed.flatMap(({ record }) => {
    const unit = { path, name: record.key };
    const heir = spelled.get(record.key);
    return [
      changeOf(isHidden(pair.before, record) ? 'hidden-flag-removed' : 'flag-removed', unit),
      ...(heir === undefined
        ? []
        : [changeOf('flag-spelling-moved', unit, { from: record.key, to: heir.record.key })]),
    ];
  });
  return [
    ...removed,
    ...match.added.map((flag) => addedFlag(flag, pair.after, path)),
    ...guessFlagRenames(match, path),
    ...match.pairs.flatMap((flags) => diffFlag(flags, { pair, spelled, ...options })),
  ];
}

function addedFlag({ record }: SurfaceFlag, command: SurfaceCommand, path: readonly string[]): SurfaceChange {
  const unit = { path, name: record.key };
  if (isHidden(command, record)) return changeOf('hidden-flag-added', unit);
  return changeOf(record.required === true ? 'required-flag-added' : 'flag-added', unit);
}

function isHidden(command: SurfaceCommand, record: SurfaceFlag['record']): boolean {
  return command.hidden || record.hidden === true;
}

interface FlagContext extends DiffOptions {
  readonly pair: Pair<SurfaceCommand>;
  readonly spelled: ReadonlyMap<string, SurfaceFlag>;
}

function diffFlag(flags: Pair<SurfaceFlag>, context: FlagContext): SurfaceChange[] {
  const [before, after] = [flags.before.record, flags.after.record];
  if (isEqual(before, after)) return [];
  const unit = { path: context.pair.before.record.path, name: before.key };
  const always = [...diffVisibility(unit, { before, after }), ...diffAvailability(unit, flags, context)];
  // No page says what a hidden flag takes or how else it is spelled.
  if (before.hidden === true || after.hidden === true) return always;
  const description = { before: before.description, after: after.description };
  return [
    ...always,
    ...diffRequired(unit, { before, after }),
    ...diffSpellings(unit, { before, after }, context.spelled),
    ...diffFlagValue(unit, { before, after }),
    ...diffDeprecation('flag', unit, description),
    ...diffStability('flag', unit, { before: before.stability, after: after.stability }),
    ...diffProse('flag-description-changed', unit, description),
  ];
}

// Most flags of two versions are the same to the last field, which is quicker told than what changed.
function isEqual(before: SurfaceFlag['record'], after: SurfaceFlag['record']): boolean {
  const [old, now] = [Object.entries(before), after as unknown as Readonly<Record<string, unknown>>];
  return (
    old.length === Object.keys(now).length && old.every(([field, value]) => isSameValue(value, now[field]))
  );
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function diffVisibility(unit: ChangedUnit, { before, after }: Pair<SurfaceFlag['record']>): SurfaceChange[] {
  if ((before.hidden === true) === (after.hidden === true)) return [];
  return [changeOf(after.hidden === true ? 'flag-hidden' : 'flag-revealed', unit)];
}

function diffRequired(unit: ChangedUnit, { before, after }: Pair<SurfaceFlag['record']>): SurfaceChange[] {
  if ((before.required === true) === (after.required === true)) return [];
  return [changeOf(after.required === true ? 'flag-became-required' : 'flag-became-optional', unit)];
}

function diffAvailability(
  unit: ChangedUnit,
  { before, after }: Pair<SurfaceFlag>,
  { pair, sameTargets }: FlagContext,
): SurfaceChange[] {
  if (!sameTargets) return [];
  return diffTargets(
    { lost: 'flag-target-lost', gained: 'flag-target-gained' },
    unit,
    { before: before.record.available_on, after: after.record.available_on },
    { before: pair.before.record.available_on, after: pair.after.record.available_on },
  );
}

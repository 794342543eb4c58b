import type { SurfaceChange } from '@fixpoint/surface-formats';
import type { RuleId } from '../rules/rules';
import { changeOf, type ChangedUnit } from './change';
import { deprecationNotice } from './deprecation';
import { without, type Pair } from './fields';

/** The rules of one kind of unit for facts that several kinds have. */
export interface KindRules {
  readonly lost: RuleId;
  readonly gained: RuleId;
}

/** Targets that a unit lost or gained beyond those that its command lost or gained. */
export function diffTargets(
  rules: KindRules,
  unit: ChangedUnit,
  { before, after }: Pair<readonly string[]>,
  command: Pair<readonly string[]> = { before: after, after: before },
): SurfaceChange[] {
  const lost = without(before, after).filter((target) => command.after.includes(target));
  const gained = without(after, before).filter((target) => command.before.includes(target));
  return [
    ...(lost.length > 0 ? [changeOf(rules.lost, unit, { from: lost })] : []),
    ...(gained.length > 0 ? [changeOf(rules.gained, unit, { to: gained })] : []),
  ];
}

/** Whether a description began or ceased to announce a removal. */
export function diffDeprecation(
  kind: 'command' | 'flag',
  unit: ChangedUnit,
  { before, after }: Pair<string | undefined>,
): SurfaceChange[] {
  if (before === after) return [];
  const was = deprecationNotice(before);
  const is = deprecationNotice(after);
  if ((was === undefined) === (is === undefined)) return [];
  return is === undefined
    ? [changeOf(`${kind}-undeprecated`, unit, { from: was })]
    : [changeOf(`${kind}-deprecated`, unit, { to: is })];
}

/** Whether the word for the stability of a unit changed. */
export function diffStability(
  kind: 'command' | 'flag',
  unit: ChangedUnit,
  { before, after }: Pair<string | undefined>,
): SurfaceChange[] {
  if (before === after) return [];
  return [changeOf(`${kind}-stability-changed`, unit, { from: before ?? 'none', to: after ?? 'none' })];
}

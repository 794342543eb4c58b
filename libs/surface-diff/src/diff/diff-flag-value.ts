import type { SurfaceChange, UnionFlag } from '@fixpoint/surface-formats';
import type { RuleId } from '../rules/rules';
import { changeOf, type ChangedUnit } from './change';
import { diffValueFacts, type Pair } from './fields';

type Arity = 'none' | 'optional' | 'required';

const ARITY_RULES: Readonly<Record<Arity, Partial<Record<Arity, RuleId>>>> = {
  none: { optional: 'flag-optional-value-added', required: 'flag-value-added' },
  optional: { none: 'flag-optional-value-removed', required: 'flag-value-became-required' },
  required: { none: 'flag-value-removed', optional: 'flag-value-became-optional' },
};

/** What changed of the value of a flag that help shows on both sides. */
export function diffFlagValue(unit: ChangedUnit, pair: Pair<UnionFlag>): SurfaceChange[] {
  const { before, after } = pair;
  const arity = ARITY_RULES[arityOf(before)][arityOf(after)];
  const changes = [
    ...(arity === undefined ? [] : [changeOf(arity, unit)]),
    ...diffSwitch(unit, { before: before.repeatable, after: after.repeatable }, REPEATING),
  ];
  // Whatever else is known of a value came or went with it.
  if (!before.takes_value || !after.takes_value) return changes;
  return [
    ...changes,
    ...diffSwitch(unit, { before: before.value_attached, after: after.value_attached }, ATTACHING),
    ...diffValueNames(unit, pair),
    ...diffValueFacts('flag', unit, pair),
  ];
}

function arityOf({ takes_value: takesValue, value_optional: isOptional }: UnionFlag): Arity {
  if (!takesValue) return 'none';
  return isOptional === true ? 'optional' : 'required';
}

interface SwitchRules {
  readonly on: RuleId;
  readonly off: RuleId;
}

const REPEATING: SwitchRules = { on: 'flag-became-repeatable', off: 'flag-no-longer-repeatable' };
const ATTACHING: SwitchRules = { on: 'flag-value-must-be-attached', off: 'flag-value-may-be-detached' };

function diffSwitch(
  unit: ChangedUnit,
  { before, after }: Pair<true | undefined>,
  { on, off }: SwitchRules,
): SurfaceChange[] {
  if ((before === true) === (after === true)) return [];
  return [changeOf(after === true ? on : off, unit)];
}

function diffValueNames(unit: ChangedUnit, { before, after }: Pair<UnionFlag>): SurfaceChange[] {
  const [old, now] = [valueNames(before), valueNames(after)];
  if (old.length !== now.length && old.length > 0 && now.length > 0) {
    return [changeOf('flag-value-count-changed', unit, { from: old.length, to: now.length })];
  }
  const [from, to] = [old.join(' '), now.join(' ')];
  return from === to ? [] : [changeOf('flag-value-name-changed', unit, { from, to })];
}

function valueNames({ value_names: names, value_name: name }: UnionFlag): readonly string[] {
  return names ?? (name === undefined ? [] : [name]);
}

import { compareBytes, type SurfaceChange } from '@fixpoint/surface-formats';
import type { RuleId } from '../rules/rules';
import { changeOf, type ChangedUnit } from './change';

/** What a value may be, as far as help says. */
export interface ValueFacts {
  readonly default?: string;
  readonly choices?: readonly string[];
  readonly env?: string;
}

/** Both sides of a pair. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** The changes of default, choices and environment variable of a flag or an argument. */
export function diffValueFacts(
  kind: 'flag' | 'arg',
  unit: ChangedUnit,
  { before, after }: Pair<ValueFacts>,
): SurfaceChange[] {
  return [
    ...diffChoices(kind, unit, { before: before.choices ?? [], after: after.choices ?? [] }),
    ...diffText(
      {
        added: `${kind}-default-added`,
        removed: `${kind}-default-removed`,
        changed: `${kind}-default-changed`,
      },
      unit,
      { before: before.default, after: after.default },
    ),
    ...diffText(
      { added: `${kind}-env-added`, removed: `${kind}-env-removed`, changed: `${kind}-env-changed` },
      unit,
      { before: before.env, after: after.env },
    ),
  ];
}

function diffChoices(
  kind: 'flag' | 'arg',
  unit: ChangedUnit,
  { before, after }: Pair<readonly string[]>,
): SurfaceChange[] {
  if (before.length === 0 && after.length === 0) return [];
  if (before.length === 0) return [changeOf(`${kind}-choices-introduced`, unit, { to: sorted(after) })];
  if (after.length === 0) return [changeOf(`${kind}-choices-lifted`, unit, { from: sorted(before) })];
  return [
    ...without(before, after).map((from) => changeOf(`${kind}-choice-removed`, unit, { from })),
    ...without(after, before).map((to) => changeOf(`${kind}-choice-added`, unit, { to })),
  ];
}

/** The rules for a text that may be absent. */
interface TextRules {
  readonly added: RuleId;
  readonly removed: RuleId;
  readonly changed: RuleId;
}

function diffText(
  rules: TextRules,
  unit: ChangedUnit,
  { before, after }: Pair<string | undefined>,
): SurfaceChange[] {
  if (before === after) return [];
  if (before === undefined) return [changeOf(rules.added, unit, { to: after })];
  if (after === undefined) return [changeOf(rules.removed, unit, { from: before })];
  return [changeOf(rules.changed, unit, { from: before, to: after })];
}

/** One change when two texts differ in more than white space. */
export function diffProse(
  rule: RuleId,
  unit: ChangedUnit,
  { before, after }: Pair<string | undefined>,
): SurfaceChange[] {
  if (before === after || collapse(before) === collapse(after)) return [];
  return [changeOf(rule, unit, { from: before, to: after })];
}

function collapse(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** The members of a list that another one lacks, in byte order, each once. */
export function without(list: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return sorted(list.filter((item) => !known.has(item)));
}

function sorted(list: readonly string[]): string[] {
  return [...new Set(list)].sort(compareBytes);
}

import type { WeighedDifference } from './weigh';
import { ruleOf } from './rules/rules';

/** The part of a semantic version that has to be raised. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

/**
 * The bump that differences ask for: major when something breaks, minor when something may or when something is new, patch for
 * names that are not on the wire. Waivers and unused parts count: a version is for all consumers, known or not.
 */
export function bumpOf(differences: readonly WeighedDifference[]): Bump {
  const rules = differences.map(({ difference }) => ruleOf(difference.rule));
  if (rules.some(({ level }) => level === 'error')) return 'major';
  if (rules.some(({ patch }) => patch !== true)) return 'minor';
  return rules.length > 0 ? 'patch' : 'none';
}

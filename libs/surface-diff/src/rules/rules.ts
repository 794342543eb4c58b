import { ARG_RULES } from './arg-rules';
import { COMMAND_RULES } from './command-rules';
import { FLAG_RULES } from './flag-rules';
import type { DiffRule } from './rule';

const ALL = [...COMMAND_RULES, ...FLAG_RULES, ...ARG_RULES] as const;

/** The id of a rule. */
export type RuleId = (typeof ALL)[number]['id'];

/**
 * Every rule of the comparison; the reference, the findings and the texts are made from this table alone.
 *
 * @req FP-DIFF-002
 */
export const SURFACE_DIFF_RULES: readonly (DiffRule & { readonly id: RuleId })[] = ALL;

const BY_ID: ReadonlyMap<string, DiffRule> = new Map(SURFACE_DIFF_RULES.map((rule) => [rule.id, rule]));
const RANKS: ReadonlyMap<string, number> = new Map(SURFACE_DIFF_RULES.map(({ id }, index) => [id, index]));

/** The rule with an id; a diff that was read from a file may name one that there is not. */
export function ruleOf(id: string): DiffRule | undefined {
  return BY_ID.get(id);
}

/** The place of a rule in the table. */
export function rankOf(id: string): number {
  return RANKS.get(id) ?? RANKS.size;
}

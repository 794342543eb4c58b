import { BODY_RULES } from './body-rules';
import { INTERFACE_RULES } from './interface-rules';
import { LIFECYCLE_RULES } from './lifecycle-rules';
import { MUTABILITY_RULES } from './mutability-rules';
import { PARAMETER_RULES } from './parameter-rules';
import { PROPERTY_RULES } from './property-rules';
import type { Rule } from './rule';
import { SCHEMA_RULES } from './schema-aspects';
import { SECURITY_RULES } from './security-rules';

/** Rules of a document, its operations and what belongs to them; those of schemas are made from aspects and places. */
const NAMED = [
  ...INTERFACE_RULES,
  ...LIFECYCLE_RULES,
  ...SECURITY_RULES,
  ...PARAMETER_RULES,
  ...BODY_RULES,
  ...PROPERTY_RULES,
  ...MUTABILITY_RULES,
] as const;

/** The id of a rule. */
export type RuleId = (typeof NAMED)[number]['id'] | (typeof SCHEMA_RULES)[number]['id'];

/** The rules that are no product of a place and what can happen to a schema there. */
export const NAMED_RULES: readonly (Rule & { readonly id: RuleId })[] = NAMED;

/**
 * Every rule; findings, texts and the reference are made from this table alone.
 *
 * @req FP-BRK-004
 */
export const BREAKING_RULES: readonly (Rule & { readonly id: RuleId })[] = [...NAMED, ...SCHEMA_RULES];

const BY_ID: ReadonlyMap<string, Rule & { readonly id: RuleId }> = new Map(
  BREAKING_RULES.map((rule) => [rule.id, rule]),
);

/** The rule with an id; a file of waivers may name one that there is not. */
export function findRule(id: string): (Rule & { readonly id: RuleId }) | undefined {
  return BY_ID.get(id);
}

/** The rule with an id of the table. */
export function ruleOf(id: RuleId): Rule & { readonly id: RuleId } {
  return BY_ID.get(id) as Rule & { readonly id: RuleId };
}

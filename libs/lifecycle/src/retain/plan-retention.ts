import { success, type Finding, type Result } from '@fixpoint/model';
import { compareVersions, type Manifest } from '@fixpoint/surface-formats';
import { ruleSetOf } from '../rule-sets';
import type { RetentionFacts } from './retention-facts';

/** What pruning does. Both lists are in the order of versions, the oldest first, and have no version in common. */
export interface RetentionPlan {
  readonly keep: readonly { readonly version: string; readonly reasons: readonly string[] }[];
  /** Versions with everything that goes with them, relative to the root. */
  readonly prune: readonly { readonly version: string; readonly paths: readonly string[] }[];
  /** Why nothing is pruned although something could be. */
  readonly refused: readonly Finding[];
}

/** Plans pruning by the rules of the root; nothing that a keep rule names is ever pruned. */
export function planRetention(facts: RetentionFacts, manifest: Manifest): Result<RetentionPlan> {
  const rules = ruleSetOf(manifest).retention;
  const policy = rules.readPolicy(manifest);
  if (!policy.ok) return policy;
  const reasons = new Map<string, string[]>();
  for (const { version, reason } of rules.keepRules.flatMap((rule) => rule(facts, policy.value))) {
    reasons.set(version, [...(reasons.get(version) ?? []), reason]);
  }
  const keep = [...reasons]
    .sort(([a], [b]) => compareVersions(a, b))
    .map(([version, why]) => ({ version, reasons: why }));
  const prune = [...facts.places]
    .filter(([version]) => !reasons.has(version))
    .map(([version, paths]) => ({ version, paths }));
  return success({ keep, prune, refused: rules.refusals(facts) });
}

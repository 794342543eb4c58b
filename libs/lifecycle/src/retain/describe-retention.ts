import type { Manifest } from '@fixpoint/surface-formats';
import { ruleSetOf } from '../rule-sets';
import type { RetentionPlan } from './plan-retention';

/** The targets that are run again after versions were pruned. */
export function targetsAfterPruning(manifest: Manifest): readonly string[] {
  return ruleSetOf(manifest).retention.rederived;
}

/** A plan as the rules of the root print it. */
export function describeRetention(plan: RetentionPlan, manifest: Manifest, applied: boolean): string {
  return ruleSetOf(manifest).retention.render(plan, applied);
}

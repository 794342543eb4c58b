import type { Severity } from '@fixpoint/model';
import type { SurfaceChange } from '@fixpoint/surface-formats';
import { ruleOf } from '../rules/rules';
import { weightOf, type Consumers, type ConsumerUse } from './consumers';
import type { UseIndex } from './use-index';

/** A change, how much it weighs for those who use the surface, and who they are. */
export interface Impact {
  readonly change: SurfaceChange;
  readonly severity: Severity;
  /** Uses that count, certain ones first. */
  readonly users: readonly ConsumerUse[];
}

/**
 * Weighs a change by its users. What breaks is an error for a wrapper that covers or passes it, a warning for one that only
 * passes it on for its own users, and a note when nobody uses it; a warning as well where nothing is known of any user. What is
 * announced is a warning to its users and a note otherwise, and so is everything else.
 */
export function impactOf(
  change: SurfaceChange,
  { known }: Pick<Consumers, 'known'>,
  usesOf: UseIndex,
): Impact {
  const uses = usesOf(change);
  const certain = uses.filter((use) => weightOf(use) === 'certain');
  const possible = uses.filter((use) => weightOf(use) === 'possible');
  const users = [...certain, ...possible];
  return { change, severity: severityOf(change, { known, certain, possible }), users };
}

interface Users {
  readonly known: boolean;
  readonly certain: readonly ConsumerUse[];
  readonly possible: readonly ConsumerUse[];
}

/** @req FP-DIFF-006 */
function severityOf(change: SurfaceChange, { known, certain, possible }: Users): Severity {
  const isUsed = certain.length + possible.length > 0;
  if (change.class === 'breaking') {
    if (certain.length > 0) return 'error';
    return possible.length > 0 || !known ? 'warning' : 'note';
  }
  return isUsed && ruleOf(change.rule)?.announces === true ? 'warning' : 'note';
}

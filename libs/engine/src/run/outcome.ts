import type { Finding, Outcome } from '@fixpoint/model';
import { worseOutcome } from '@fixpoint/model';

/** The outcome that the prefix of an id stands for, whichever derivation says it. */
const OUTCOME_BY_PREFIX: Readonly<Record<string, Outcome>> = {
  environment: 'environment',
  config: 'usage',
  usage: 'usage',
  internal: 'internal',
};

/**
 * What a run with these findings came to: the gravest of its errors; remarks and warnings leave it clean.
 *
 * @req FP-EXIT-002, FP-EXIT-009
 */
export function outcomeOf(findings: readonly Finding[]): Outcome {
  return findings
    .filter((finding) => finding.severity === 'error')
    .map((finding) => OUTCOME_BY_PREFIX[finding.id.split('/')[0] as string] ?? 'drift')
    .reduce(worseOutcome, 'clean');
}

import type { RelativePath } from './artifact';
import type { Drift } from './drift';
import type { Finding } from './finding';

/**
 * What a failed run failed of, in the order in which one hides the other: `internal` before `environment` before `usage`
 * before `drift`.
 */
export type Outcome = 'clean' | 'drift' | 'usage' | 'environment' | 'internal' | 'interrupted';

/**
 * The exit codes of the command line; the only place where they are defined.
 *
 * @req FP-EXIT-001, FP-EXIT-002, FP-EXIT-003, FP-EXIT-004
 */
export const EXIT_CODES: Readonly<Record<Outcome, number>> = {
  clean: 0,
  drift: 1,
  usage: 2,
  environment: 3,
  internal: 4,
  interrupted: 130,
};

/** What each outcome means to the user; the table in the reference is made from it. */
export const OUTCOME_MEANINGS: Readonly<Record<Outcome, string>> = {
  clean: 'Everything derived is as committed, or was written.',
  drift: 'Something drifted, or a rule has a finding of severity error.',
  usage: 'The command line or the configuration is wrong.',
  environment: 'A tool, a file or a permission is missing.',
  internal: 'A defect of Fixpoint; the only case that shows a stack.',
  interrupted: 'The user interrupted the run.',
};

/** What one run of one target over one root came to. */
export interface Verdict {
  readonly target: string;
  /** The root as the user named it (relative to the working directory or workspace). */
  readonly root: string;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly drifts: readonly Drift[];
  /** Artifacts that were written, in order; empty for checks. Captures beside them are not named. */
  readonly written: readonly RelativePath[];
  /** Files that were removed because nothing derives them any more. */
  readonly removed: readonly RelativePath[];
  /** How many artifacts were derived and compared. */
  readonly compared: number;
}

/** Everything one invocation has to say: the verdicts of all its derivations and what they come to together. */
export interface Report {
  readonly ok: boolean;
  /** The gravest outcome of all verdicts. */
  readonly outcome: Outcome;
  readonly exitCode: number;
  readonly verdicts: readonly Verdict[];
}

const RANK: readonly Outcome[] = ['clean', 'drift', 'usage', 'environment', 'internal', 'interrupted'];

/**
 * The outcome that a run with both parts has: the graver of the two.
 *
 * @req FP-EXIT-007
 */
export function worseOutcome(a: Outcome, b: Outcome): Outcome {
  return RANK.indexOf(a) >= RANK.indexOf(b) ? a : b;
}

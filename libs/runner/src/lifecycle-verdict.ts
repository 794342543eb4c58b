import { worseOutcome, compareFindings, type Finding, type Outcome, type Verdict } from '@fixpoint/model';

/** What a step in a version's life came to. */
export interface StepResult {
  readonly verdict: Verdict;
  /** What was planned, for people; absent when nothing could be planned. */
  readonly text?: string;
}

/** The verdict of a step that did nothing, with what stood in its way. */
export function stepRefused(
  target: string,
  root: string,
  { findings, outcome = 'drift' }: { readonly findings: readonly Finding[]; readonly outcome?: Outcome },
): StepResult {
  return {
    verdict: {
      ...EMPTY,
      target,
      root,
      outcome: worseOutcome(outcome, 'drift'),
      findings: [...findings].sort(compareFindings),
    },
  };
}

/** A verdict without anything in it. */
export const EMPTY = {
  outcome: 'clean',
  findings: [],
  drifts: [],
  written: [],
  removed: [],
  compared: 0,
} as const;

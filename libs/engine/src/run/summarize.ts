import { EXIT_CODES, type Report, type Verdict, worseOutcome } from '@fixpoint/model';

/** What stands for a run without any verdict: a check that looks at nothing must not pass. */
const NOTHING_CHECKED: Verdict = {
  target: 'run',
  root: '.',
  outcome: 'usage',
  findings: [
    {
      id: 'run/nothing-checked',
      severity: 'error',
      message: 'nothing was checked: no derivation applies here',
      file: '.',
      fix: 'name a root that has a marker file, and a target that it configures',
    },
  ],
  drifts: [],
  written: [],
  removed: [],
  compared: 0,
};

/**
 * Puts verdicts together; the gravest outcome is that of the report. None at all is a mistake of usage.
 *
 * @req FP-ENG-010
 */
export function summarize(verdicts: readonly Verdict[]): Report {
  if (verdicts.length === 0) return summarize([NOTHING_CHECKED]);
  const outcome = verdicts.map((verdict) => verdict.outcome).reduce(worseOutcome);
  return { ok: outcome === 'clean', outcome, exitCode: EXIT_CODES[outcome], verdicts };
}

import { EXIT_CODES, type Outcome, type Verdict } from '@fixpoint/model';
import { summarize } from './summarize';

const verdict = (outcome: Outcome): Verdict => ({
  target: 't',
  root: '.',
  outcome,
  findings: [],
  drifts: [],
  written: [],
  removed: [],
  compared: 1,
});

describe('summarize', () => {
  it.each<[readonly Outcome[], Outcome]>([
    [['clean', 'clean'], 'clean'],
    [['clean', 'drift', 'clean'], 'drift'],
    [['internal', 'usage', 'environment'], 'internal'],
    [['environment', 'usage'], 'environment'],
  ])('%j come to %s [FP-EXIT-007]', (outcomes, outcome) => {
    const verdicts = outcomes.map(verdict);
    expect(summarize(verdicts)).toEqual({
      ok: outcome === 'clean',
      outcome,
      exitCode: EXIT_CODES[outcome],
      verdicts,
    });
  });

  it('takes nothing for a mistake and says so [FP-ENG-010]', () => {
    expect(summarize([])).toMatchObject({
      ok: false,
      outcome: 'usage',
      exitCode: 2,
      verdicts: [{ findings: [{ id: 'run/nothing-checked', severity: 'error' }] }],
    });
  });
});

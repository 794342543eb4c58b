import {
  EXIT_CODES,
  type Finding,
  type Outcome,
  type Report,
  type Severity,
  type Verdict,
} from '@fixpoint/model';
import fc from 'fast-check';
import { isReporterId, REPORTER_IDS, REPORTERS } from './registry';
import { REPORTS, reportOf, verdictOf } from './testing/reports';

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[\u0000-\u0020`<>&"'%:,|*_@#\r\n\uD800\u202E]*$/),
);
const severity = fc.constantFrom<Severity>('error', 'warning', 'note');
const file = fc.constantFrom('a.json', 'b/c d.json', '../src/x.ts', '.', 'é,:%.json');
const position = fc.option(fc.record({ line: fc.integer({ min: 1 }), column: fc.integer({ min: 1 }) }), {
  nil: undefined,
});
const finding: fc.Arbitrary<Omit<Finding, 'message'> & { tail: string }> = fc.record(
  {
    id: fc.constantFrom('union/artifact-stale', 'report/x-y', 'union/artifact-missing'),
    severity,
    file,
    position,
    path: hostile,
    expected: hostile,
    actual: hostile,
    fix: hostile,
    patch: hostile,
    tail: hostile,
  },
  { requiredKeys: ['id', 'severity', 'file', 'fix', 'tail'] },
);
const root = fc.constantFrom('.', 'libs/x', '../other', '/home/me/ws/libs/x', 'C:\\ws\\libs\\x');
const outcome = fc.constantFrom<Outcome>('clean', 'drift', 'usage', 'environment', 'internal');
const verdict: fc.Arbitrary<Verdict> = fc
  .record({
    root,
    outcome,
    target: fc.constantFrom('union', 'report'),
    found: fc.array(finding),
    token: fc.nat(),
  })
  .map(({ found, token, ...rest }) =>
    verdictOf({
      ...rest,
      written: ['out/a.json'],
      findings: found.map(({ tail, ...one }, index) => ({ ...one, message: `tok${token}x${index} ${tail}` })),
    }),
  );
const report: fc.Arbitrary<Report> = fc
  .tuple(outcome, fc.array(verdict, { minLength: 1, maxLength: 3 }))
  .map(([worst, verdicts]) => reportOf(worst, ...verdicts));

// Each run renders a whole report, and six formats share the time of the suite.
const RUNS = { numRuns: 60 };

const reversed = (whole: Report): Report => ({
  ...whole,
  verdicts: whole.verdicts.map((one) => ({ ...one, findings: [...one.findings].reverse() })),
});

describe.each(REPORTER_IDS)('the reporter %s', (id) => {
  const reporter = REPORTERS[id];

  it('ends in exactly one LF and holds no CR', () => {
    fc.assert(
      fc.property(report, (whole) => {
        const { output } = reporter(whole);
        expect(output).toMatch(/[^\n]\n$/);
        expect(output).not.toContain('\r');
      }),
      RUNS,
    );
  });

  it('gives well-formed text without control characters [FP-DIAG-012]', () => {
    fc.assert(
      fc.property(report, (whole) => {
        const { output } = reporter(whole);
        expect(output).toMatch(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/);
        expect(output).not.toMatch(/\p{Surrogate}/u);
      }),
      RUNS,
    );
  });

  it('names every error by id and message [FP-DIAG-010]', () => {
    fc.assert(
      fc.property(report, (whole) => {
        const { output } = reporter(whole);
        for (const { findings } of whole.verdicts) {
          for (const one of findings.filter((candidate) => candidate.severity === 'error')) {
            expect(output).toContain(one.id);
            expect(output).toContain(one.message.split(' ')[0]);
          }
        }
      }),
      RUNS,
    );
  });

  it('is the same whatever machine the root lies on, and in whatever order findings come [FP-DIAG-011]', () => {
    fc.assert(
      fc.property(report, (whole) => {
        const { output } = reporter(whole);
        expect(output).not.toMatch(/home.me|C:.ws/);
        expect(reporter(whole).output).toBe(output);
        expect(reporter(reversed(whole)).output).toBe(output);
      }),
      RUNS,
    );
  });

  it.each(Object.keys(EXIT_CODES) as Outcome[])(
    'gives the exit code of a report that came to %s [FP-EXIT-005]',
    (came) => {
      expect(reporter(reportOf(came, verdictOf({ outcome: came }))).exitCode).toBe(EXIT_CODES[came]);
    },
  );

  it('ignores colour unless it is for a terminal', () => {
    for (const whole of Object.values(REPORTS)) {
      const { output } = reporter(whole, { color: true });
      if (id !== 'text') expect(output).toBe(reporter(whole).output);
      else expect(output.replace(/\x1b\[\d+m/g, '')).toBe(reporter(whole).output);
    }
  });
});

describe('the registry', () => {
  it('knows its names', () => {
    expect(REPORTER_IDS).toEqual(['text', 'json', 'markdown', 'sarif', 'junit', 'github']);
    expect(['text', 'toString', 'xml'].map(isReporterId)).toEqual([true, false, false]);
  });
});

import { EXIT_CODES, type Finding, type Outcome, type Report, type Verdict } from '@fixpoint/model';

const ROOT = 'libs/codex/cli_manifest';
const UNION = 'snapshots/0.125.0/union.json';
const FIX_UNION = `fixpoint union --root ${ROOT} --version 0.125.0`;
const FIX_REPORT = `fixpoint report --root ${ROOT} --version 0.125.0`;

/** A verdict with defaults for all that a case does not care about. */
export function verdictOf(part: Partial<Verdict>): Verdict {
  return {
    target: 'union',
    root: ROOT,
    outcome: 'clean',
    findings: [],
    drifts: [],
    written: [],
    removed: [],
    compared: 0,
    ...part,
  };
}

/** A report of verdicts that came to the given outcome. */
export function reportOf(outcome: Outcome, ...verdicts: readonly Verdict[]): Report {
  return { ok: outcome === 'clean', outcome, exitCode: EXIT_CODES[outcome], verdicts };
}

const EDITED_FLAG: Finding = {
  id: 'union/artifact-stale',
  severity: 'error',
  file: UNION,
  message: 'flag --json of command "exec": takes_value is true, the inputs give false',
  path: '/commands/22/flags/4/takes_value',
  position: { line: 1153, column: 26 },
  expected: 'false',
  actual: 'true',
  fix: FIX_UNION,
  patch: [
    `--- a/${ROOT}/${UNION}`,
    `+++ b/${ROOT}/${UNION}`,
    '@@ -1150,7 +1150,7 @@',
    '         {',
    '           "key": "--json",',
    '           "long": "--json",',
    '-          "takes_value": true,',
    '+          "takes_value": false,',
    '           "available_on": [',
    '             "x86_64-unknown-linux-musl"',
    '           ]',
    '',
  ].join('\n'),
};

const SEVERAL_FIELDS: Finding = {
  id: 'union/artifact-stale',
  severity: 'error',
  file: UNION,
  message:
    'flag --color of command "exec": value_name is "MODE", the inputs give "WHEN"; 4 more fields differ',
  path: '/commands/22/flags/1',
  position: { line: 1120, column: 9 },
  expected: '{"value_name":"WHEN","choices":["always","never","auto"]}',
  actual: '{"value_name":"MODE"}',
  fix: FIX_UNION,
};

const MISSING_REPORT: Finding = {
  id: 'report/artifact-missing',
  severity: 'error',
  file: 'reports/0.125.0/coverage.any.json',
  message: 'not there, the inputs give this file (212 lines)',
  fix: FIX_REPORT,
};

const RULE_WARNING: Finding = {
  id: 'report/evidence-undeclared',
  severity: 'warning',
  code: 'EVIDENCE_UNDECLARED',
  file: '../src/wrapper.ts',
  message: 'flag --full-auto of command "exec" is passed, but not declared',
  position: { line: 41, column: 7 },
  fix: 'declare it in coverage.ts: { path: ["exec"], flags: [{ key: "--full-auto", level: "explicit" }] }',
};

const UNREVIEWED: Finding = {
  id: 'report/note-missing',
  severity: 'error',
  file: 'wrapper_coverage.json',
  message: 'command "cloud" is intentionally_unsupported without a note',
  path: '/coverage/3',
  position: { line: 40, column: 5 },
  fix: 'add a note to the command "cloud" in coverage.ts',
};

const HOSTILE: Finding = {
  id: 'union/artifact-stale',
  severity: 'error',
  file: 'snapshots/a b,c:d%/<x>&"y".json',
  message:
    'about is "\u001b[31m@team *see* #12 | <b>`x`</b>\r\n::error::%0A ]]> \u202e\uD800", the inputs give none',
  position: { line: 3, column: 1 },
  actual: '"``` \u0000"',
  fix: 'edit `a|b`\nand run: x',
  patch: '--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-```\u0007\r\n+~~~\n',
};

const stale = (path: string) => ({ kind: 'stale', path, expected: 'e', committed: 'c' }) as const;

/** One report for each thing a reader may meet. */
export const REPORTS: Readonly<Record<string, Report>> = {
  clean: reportOf('clean', verdictOf({ compared: 4 }), verdictOf({ target: 'report', compared: 5 })),
  drift: reportOf(
    'drift',
    verdictOf({ outcome: 'drift', findings: [EDITED_FLAG], drifts: [stale(UNION)], compared: 1 }),
  ),
  several: reportOf(
    'drift',
    verdictOf({
      outcome: 'drift',
      findings: [SEVERAL_FIELDS, EDITED_FLAG],
      drifts: [stale(UNION)],
      compared: 1,
    }),
    verdictOf({
      target: 'report',
      outcome: 'drift',
      findings: [RULE_WARNING, MISSING_REPORT],
      drifts: [{ kind: 'missing', path: MISSING_REPORT.file, expected: 'e' }],
      compared: 8,
    }),
  ),
  hostile: reportOf(
    'drift',
    verdictOf({ outcome: 'drift', findings: [HOSTILE], drifts: [stale(HOSTILE.file)] }),
  ),
  applied: reportOf(
    'clean',
    verdictOf({ written: [UNION], removed: ['snapshots/0.124.0/union.json'], compared: 3 }),
    verdictOf({ target: 'report', findings: [RULE_WARNING], compared: 5 }),
  ),
  'applied-with-errors': reportOf(
    'clean',
    verdictOf({ target: 'report', written: [MISSING_REPORT.file], compared: 5, findings: [UNREVIEWED] }),
  ),
  environment: reportOf(
    'environment',
    verdictOf({
      target: 'snapshot',
      outcome: 'environment',
      findings: [
        {
          id: 'snapshot/binary-absent',
          severity: 'error',
          file: '.',
          message: 'no binary for x86_64-unknown-linux-musl: the package @openai/codex is not installed',
          fix: 'npm install',
        },
      ],
    }),
  ),
  internal: reportOf(
    'internal',
    verdictOf({
      outcome: 'internal',
      findings: [
        {
          id: 'union/internal-error',
          severity: 'error',
          file: '.',
          message: 'TypeError: x is undefined\n    at merge (libs/cli-surface/src/merge.ts:12:3)\n    at run',
          fix: `this is a defect of Fixpoint: please report it with this text and the command: ${FIX_UNION}`,
        },
      ],
    }),
  ),
};

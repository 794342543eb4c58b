import type { Finding, Report } from '@fixpoint/model';
import { type Entry, entriesOf, isAbsolute } from './entries';
import type { Reporter } from './reporter';

/**
 * For programs. One object, two-space indent, keys always in this order:
 *
 * `{ ok, outcome, exitCode, findings, written, removed, compared, targets }`; a finding is
 * `{ id, code?, severity, file, position?, path?, message, expected?, actual?, fix, patch?, target, root }`, a target
 * `{ target, root, outcome, written, removed, compared }`. Files are relative to their root.
 */
export const reportJson: Reporter = (report) => {
  const { ok, outcome, exitCode, verdicts } = report;
  const document = {
    ok,
    outcome,
    exitCode,
    findings: entriesOf(report).map(findingRecord),
    written: verdicts.flatMap((verdict) => verdict.written),
    removed: verdicts.flatMap((verdict) => verdict.removed),
    compared: verdicts.reduce((total, verdict) => total + verdict.compared, 0),
    targets: verdicts.map(targetRecord),
  };
  return { output: `${JSON.stringify(document, null, 2)}\n`, exitCode };
};

function findingRecord({ finding, target, root }: Entry): Record<keyof Finding | 'target' | 'root', unknown> {
  return {
    id: finding.id,
    code: finding.code,
    severity: finding.severity,
    file: finding.file,
    position: finding.position && { line: finding.position.line, column: finding.position.column },
    path: finding.path,
    message: finding.message,
    expected: finding.expected,
    actual: finding.actual,
    fix: finding.fix,
    patch: finding.patch,
    target,
    root: shownRoot(root),
  };
}

function targetRecord({ target, root, outcome, written, removed, compared }: Report['verdicts'][number]) {
  return { target, root: shownRoot(root), outcome, written, removed, compared };
}

function shownRoot(root: string): string {
  return isAbsolute(root) ? '.' : root.replaceAll('\\', '/');
}

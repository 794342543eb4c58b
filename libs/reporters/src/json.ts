import type { Finding, Report } from '@fixpoint/model';
import { violationsInOrder } from '@fixpoint/surface-formats';
import { type Entry, entriesOf, isAbsolute } from './entries';
import type { Reporter } from './reporter';

/**
 * For programs. One object, two-space indent, keys always in this order:
 *
 * `{ ok, outcome, exitCode, findings, violations, written, removed, compared, targets }`; a finding is
 * `{ id, code?, severity, file, position?, path?, message, expected?, actual?, fix, patch?, target, root }`, a target
 * `{ target, root, outcome, written, removed, compared }`. Files are relative to their root.
 *
 * `violations` has the findings that the parity contract knows, root by root and in the contract's order (§9.2), in its own
 * form: `{ code, path, json_pointer?, message, severity, details? }`.
 *
 * @req FP-CLI-004
 */
export const reportJson: Reporter = (report) => {
  const { ok, outcome, exitCode, verdicts } = report;
  const document = {
    ok,
    outcome,
    exitCode,
    findings: entriesOf(report).map(findingRecord),
    violations: verdicts.flatMap(({ findings }) => violationsInOrder(findings)).map(violationRecord),
    written: verdicts.flatMap((verdict) => verdict.written),
    removed: verdicts.flatMap((verdict) => verdict.removed),
    compared: verdicts.reduce((total, verdict) => total + verdict.compared, 0),
    targets: verdicts.map(targetRecord),
  };
  return { output: `${JSON.stringify(document, null, 2)}\n`, exitCode };
};

function findingRecord({
  finding,
  target,
  root,
}: Entry): Record<Exclude<keyof Finding, 'violation'> | 'target' | 'root', unknown> {
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

function violationRecord({ code, violation, message, severity }: Finding) {
  const { path, pointer, details } = violation ?? {};
  return { code, path, json_pointer: pointer, message, severity, details };
}

function targetRecord({ target, root, outcome, written, removed, compared }: Report['verdicts'][number]) {
  return { target, root: shownRoot(root), outcome, written, removed, compared };
}

function shownRoot(root: string): string {
  return isAbsolute(root) ? '.' : root.replaceAll('\\', '/');
}

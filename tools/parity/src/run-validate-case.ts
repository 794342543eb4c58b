import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Verdict } from '@fixpoint/model';
import { renderVerdicts, runTarget } from '@fixpoint/runner';
import { toJsonText } from '@fixpoint/surface-formats';
import type { Produced } from './compare-case';
import type { ParityCase, TextFiles } from './parity-case';

const VERDICT = 'violations.json';

interface RecordedViolation {
  readonly code: string;
  readonly path: string;
  readonly json_pointer?: string;
  readonly details?: unknown;
}

interface RecordedVerdict {
  readonly exit_code: number;
  readonly violations: readonly RecordedViolation[];
}

/** Validates a copy of a case's root, inside its workspace where it has one, and reads the violations off the JSON report. */
export async function runValidateCase({ directory, inputs }: ParityCase): Promise<Produced> {
  const base = mkdtempSync(join(tmpdir(), 'fixpoint-parity-'));
  try {
    cpSync(inputs, base, { recursive: true });
    const root = existsSync(join(base, 'workspace')) ? join('workspace', rootInWorkspace(directory)) : 'root';
    const verdict = await runTarget({ target: 'validate', root, base });
    return { files: { [VERDICT]: toJsonText(toRecordedVerdict(verdict)) } };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** Codes, places and details, without the keys that only order them (the order itself is compared). */
export function comparableViolations({ [VERDICT]: text = '{}' }: TextFiles): TextFiles {
  const { exit_code, violations = [] } = JSON.parse(text) as RecordedVerdict;
  const records = violations.map(({ code, path, json_pointer, details }) => ({
    code,
    path,
    json_pointer,
    details,
  }));
  return { [VERDICT]: toJsonText({ exit_code, violations: records }) };
}

function toRecordedVerdict(verdict: Verdict): RecordedVerdict {
  const { output } = renderVerdicts([verdict], { format: 'json' });
  const { violations } = JSON.parse(output) as { violations: readonly RecordedViolation[] };
  return { exit_code: exitCodeOf(verdict, violations.length), violations };
}

// Version 1 ends with 3 when nothing could be checked and with 2 when it found violations; what only this product finds has
// no code there.
function exitCodeOf({ outcome, findings }: Verdict, count: number): number {
  if (count > 0) return 2;
  const isFatal = outcome === 'usage' || outcome === 'environment';
  return isFatal && findings.some(({ severity }) => severity === 'error') ? 3 : 0;
}

function rootInWorkspace(directory: string): string {
  return (JSON.parse(readFileSync(join(directory, 'meta.json'), 'utf8')) as { root: string }).root;
}

import type { Artifact } from '@fixpoint/model';
import type {
  CoverageReport,
  Manifest,
  ReportDeltas,
  ReportUnit,
  Union,
  WrapperCommand,
} from '@fixpoint/surface-formats';
import { reportDerivation } from '../report/report-derivation';
import type { RunResult } from './run';
import { jsonOf } from './run';
import { unionText } from './union';

/** The version that the reports of a test are about. */
export const VERSION = '1.0.0';

/** Derives the reports of one union and one declaration. */
export function deriveReports(
  union: Union,
  coverage: readonly WrapperCommand[],
  manifest: Manifest,
): Omit<RunResult, 'checked'> {
  const wrapper = JSON.stringify({ schema_version: 1, coverage }, null, 2);
  const versions = [{ version: VERSION, union: unionText(union), committed: {} }];
  const derived = reportDerivation.derive({ wrapper, versions }, manifest);
  return { ok: derived.ok, artifacts: derived.ok ? derived.value : [], findings: derived.findings };
}

/** The lists of one report by name, with units as words: `exec --model (unsupported)`. */
export function listsOf(artifacts: readonly Artifact[], view: string): Record<string, string[]> {
  const { deltas } = jsonOf<CoverageReport>(artifacts, `reports/${VERSION}/coverage.${view}.json`);
  const filled = Object.entries(deltas as ReportDeltas).filter(([, units]) => units.length > 0);
  return Object.fromEntries(filled.map(([list, units]) => [list, (units as ReportUnit[]).map(toWords)]));
}

function toWords({ path, key, name, wrapper_level: level }: ReportUnit): string {
  const words = [...path, key, name].filter((word) => word !== undefined).join(' ');
  return `${words === '' ? '(root)' : words}${level === undefined ? '' : ` (${level})`}`;
}

import type { Produced } from './compare-case';
import type { ParityCase, TextFiles } from './parity-case';
import { comparableDefects, comparablePages, runHelpBugCase, runHelpCase } from './run-help-case';
import { runMetadataCase } from './run-metadata-case';
import { comparableRetention, runRetainCase } from './run-retain-case';
import { runRootCase } from './run-root-case';
import { comparableSnapshots, runSnapshotCase } from './run-snapshot-case';
import { comparableViolations, runValidateCase } from './run-validate-case';

/** How the cases of a kind are run and compared. */
export interface CaseKind {
  /** Makes of a case's inputs what the product makes of them. */
  run(parityCase: ParityCase): Promise<Produced>;
  /** What of the recorded files, and of those that were made, is compared; everything by default. */
  comparable?(files: TextFiles): TextFiles;
}

const UNION: CaseKind = { run: runRootCase({ target: 'union', directory: 'snapshots' }) };
const REPORT: CaseKind = { run: runRootCase({ target: 'report', directory: 'reports' }) };
const VALIDATE: CaseKind = { run: runValidateCase, comparable: comparableViolations };

/** The kinds of cases that the table is about, in its order. */
export const KINDS: ReadonlyMap<string, CaseKind> = new Map<string, CaseKind>([
  ['snapshot', { run: runSnapshotCase, comparable: comparableSnapshots }],
  ['help', { run: runHelpCase, comparable: comparablePages }],
  ['help-bug', { run: runHelpBugCase, comparable: comparableDefects }],
  ['union', UNION],
  ['synthetic-union', UNION],
  ['wrapper', { run: runRootCase({ target: 'wrapper-coverage' }) }],
  ['report', REPORT],
  ['synthetic-report', REPORT],
  ['metadata', { run: runMetadataCase }],
  ['retain', { run: runRetainCase, comparable: comparableRetention }],
  ['validate', VALIDATE],
  ['synthetic-validate', VALIDATE],
]);

import { shapeProblems, SNAPSHOT } from '@fixpoint/artifact-schemas';
import { toPointer } from '@fixpoint/structured-text';
import type { Manifest } from '@fixpoint/surface-formats';
import {
  bytesCanonical,
  generatorRecorded,
  listsOrdered,
  parentsPresent,
  rootPresent,
  targetExpected,
  targetMatches,
  versionMatches,
  type ContentRule,
} from './content-problems';
import type { SnapshotProblem } from './problem';

/** What the two rule sets ask of a committed snapshot. */
export interface SnapshotRules {
  /** Violation codes by kind of problem. */
  readonly codes: Readonly<Record<string, string>>;
  /** Whether a problem with a code is a violation of its own; otherwise the validator of the whole root says so. */
  readonly firesCodes: boolean;
  shape(document: unknown): readonly SnapshotProblem[];
  readonly content: readonly ContentRule[];
}

/** The strategies by `rules_schema_version`. */
export const SNAPSHOT_RULES: Readonly<Record<Manifest['rulesSchemaVersion'], SnapshotRules>> = {
  1: {
    codes: {
      missing: 'SNAPSHOT_MISSING',
      'invalid-json': 'SNAPSHOT_INVALID_JSON',
      shape: 'SNAPSHOT_SCHEMA_INVALID',
      'wrong-kind': 'SNAPSHOT_WRONG_KIND',
    },
    firesCodes: false,
    shape: oneShapeProblem,
    content: [targetMatches, versionMatches, rootPresent, listsOrdered, bytesCanonical],
  },
  2: {
    codes: {
      missing: 'SNAPSHOT_MISSING',
      'invalid-json': 'SNAPSHOT_INVALID_JSON',
      shape: 'SNAPSHOT_SCHEMA_INVALID',
      'unknown-key': 'SNAPSHOT_SCHEMA_INVALID',
      'wrong-kind': 'SNAPSHOT_WRONG_KIND',
    },
    firesCodes: true,
    shape: (document) => shapeProblems(document, SNAPSHOT, true),
    content: [
      targetMatches,
      versionMatches,
      targetExpected,
      generatorRecorded,
      parentsPresent,
      rootPresent,
      listsOrdered,
      bytesCanonical,
    ],
  },
};

const TOLD = 5;

// The schema of rules version 1 is a choice between document kinds at the root, so any number of defects is one violation
// without a place (parity contract §9.3 d).
function oneShapeProblem(document: unknown): SnapshotProblem[] {
  const problems = shapeProblems(document, SNAPSHOT, false);
  if (problems.length === 0) return [];
  const told = problems.slice(0, TOLD).map(({ at, message }) => `${toPointer(at)}: ${message}`);
  const more = problems.length > TOLD ? [`and ${problems.length - TOLD} more`] : [];
  return [{ kind: 'shape', at: [], message: [...told, ...more].join('; ') }];
}

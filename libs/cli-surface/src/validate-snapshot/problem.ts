import type { Problem } from '@fixpoint/artifact-schemas';
import type { Finding, Position, Severity, ViolationKeys } from '@fixpoint/model';
import { toPointer } from '@fixpoint/structured-text';
import { fixCommand, withoutAbsent, type Manifest } from '@fixpoint/surface-formats';

/** Something in a snapshot that is not as it should be; `snapshot/<kind>` is the id of the finding. */
export interface SnapshotProblem extends Problem {
  /** Where the text must change, when that is not where the value at `at` begins. */
  readonly position?: Position;
  /** How to repair it, when measuring again is not the way. */
  readonly fix?: string;
  /** An error by default. */
  readonly severity?: Severity;
}

/** Where a snapshot is committed; target and version are those of its file and directory name. */
export interface SnapshotPlace {
  readonly file: string;
  readonly target: string;
  readonly version: string;
}

/** Where the snapshot of a version and target belongs, relative to the root. */
export function snapshotFile(version: string, target: string): string {
  return `snapshots/${version}/${target}.json`;
}

/** What is needed to tell a user about problems of one snapshot. */
export interface ProblemContext {
  readonly place: SnapshotPlace;
  readonly manifest: Manifest;
  /** Violation codes of rules version 1 by kind of problem. */
  readonly codes: Readonly<Record<string, string>>;
  readonly firesCodes: boolean;
  locate(at: Problem['at']): Position | undefined;
}

/** The finding that tells a user about a problem. */
export function toFinding(problem: SnapshotProblem, context: ProblemContext): Finding {
  const { place, manifest, codes, firesCodes } = context;
  const { kind, at, message, fix } = problem;
  return withoutAbsent<Finding>({
    id: `snapshot/${kind}`,
    severity: problem.severity ?? 'error',
    message,
    file: place.file,
    position: problem.position ?? context.locate(at),
    path: at.length === 0 ? undefined : toPointer(at),
    expected: problem.expected,
    actual: problem.actual,
    code: codes[kind],
    violation: firesCodes && codes[kind] !== undefined ? keysOf(place, at) : undefined,
    fix: fix ?? fixCommand('snapshot', { root: manifest.root, version: place.version, target: place.target }),
  });
}

// Parity contract §9.3 d.
function keysOf({ file, target }: SnapshotPlace, at: Problem['at']): ViolationKeys {
  const keys = { path: file, unit: 'snapshots', keyOrName: target, field: 'per_target', target };
  return at.length === 0 ? keys : { ...keys, pointer: toPointer(at) };
}

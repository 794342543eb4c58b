/** How much a finding weighs: an `error` makes a verdict fail, the others do not. */
export type Severity = 'error' | 'warning' | 'note';

/** A place in a text file: 1-based line and column (UTF-16 units). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The one shape for everything a user is told.
 *
 * `id` is stable, kebab-case and prefixed by its derivation (`union/flag-changed`). `file` is relative to the root of the
 * verdict that holds the finding, with `/`; `..` leads out of it, `.` is the root itself. `path` says where inside the
 * file (a JSON pointer, or a command and flag).
 * `fix` is a command or an edit that can be followed as it stands. `code` is the violation code of rules version 1.
 */
export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly fix: string;
  readonly position?: Position;
  readonly path?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly code?: string;
  /** Set where the finding is a violation of the parity contract; `code` then says which. */
  readonly violation?: ViolationKeys;
  /** A unified diff that would repair the file, when there is one. */
  readonly patch?: string;
}

/**
 * Where a violation is, in the words of the parity contract, and what its list is ordered by (§9.2); what is absent sorts
 * first.
 */
export interface ViolationKeys {
  /** Relative to the root; relative to the workspace where the support matrix is meant. */
  readonly path: string;
  readonly pointer?: string;
  readonly unit?: string;
  readonly commandPath?: string;
  readonly keyOrName?: string;
  readonly field?: string;
  readonly target?: string;
  /** The machine-readable part of some codes, in the shape of the contract. */
  readonly details?: unknown;
}

/** Orders findings by file, position, path, id and message, all by code unit, so that output is stable. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    comparePositions(a.position, b.position) ||
    compareText(a.path ?? '', b.path ?? '') ||
    compareText(a.id, b.id) ||
    compareText(a.message, b.message)
  );
}

/** Compares two strings by UTF-16 code unit, independent of the machine's locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What has no position comes first. */
function comparePositions(a: Position | undefined, b: Position | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

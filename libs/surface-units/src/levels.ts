/** What the wrapper's own entries for a unit say over some targets. */
export interface Declared {
  /** Absent when no entry applies. */
  readonly level?: string;
  readonly note?: string;
  /** Those of the targets on which an entry applies. */
  readonly targets: readonly string[];
}

/** Where a unit of the upstream surface stands over some targets, waivers of its commands included. */
export interface Standing {
  /** Absent when nothing is said about it. */
  readonly level?: string;
  readonly note?: string;
  /** The targets on which it is neither covered nor waived. */
  readonly open: readonly string[];
}

/** Levels that leave nothing to do. */
export function isSettled(level: string | undefined): boolean {
  return level === 'explicit' || level === 'passthrough' || level === 'intentionally_unsupported';
}

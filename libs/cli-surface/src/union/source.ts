import type { Snapshot } from '@fixpoint/surface-formats';

/** A captured help page: where it is captured, relative to the root, and the SHA-256 of its bytes. */
export interface HelpPageRef {
  readonly ref: string;
  readonly sha256: string;
}

/** One snapshot that is to be merged. */
export interface UnionSource {
  /** The target that the file is named for. */
  readonly target: string;
  readonly snapshot: Snapshot;
  /** Captured help pages by `pathKey` of their command; only rules version 1 takes evidence from them. */
  readonly helpPages?: ReadonlyMap<string, HelpPageRef>;
}

/** What is merged: the version that the directory is named for, and the time that `SOURCE_DATE_EPOCH` asks for. */
export interface UnionScope {
  readonly version: string;
  readonly timestamp?: string;
  /** A key that the marker leaves out counts as its one supported value: enough to compare, not to write. */
  readonly lenient?: boolean;
}

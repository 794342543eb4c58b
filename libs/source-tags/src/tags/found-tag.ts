import type { Certainty, SourceKind } from '../source-tag';

/** A tag by its place in the text. */
export interface FoundTag {
  readonly id: string;
  readonly offset: number;
  /** Absent where the kind of the file decides. */
  readonly kind?: SourceKind;
  readonly name: string;
  readonly certainty: Certainty;
}

/** What one way of looking for tags has found. */
export interface FoundTags {
  readonly tags: readonly FoundTag[];
  /** Offsets of tags that name nothing. */
  readonly empty: readonly number[];
  /** Tags of tests that never run. */
  readonly skipped?: readonly FoundTag[];
}

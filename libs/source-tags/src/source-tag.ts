import type { Position } from '@fixpoint/model';

/** What a file of source code is there for. */
export type SourceKind = 'code' | 'test';

/** A requirement that is named in source code. */
export interface SourceTag {
  readonly id: string;
  /** What the tag says of the code: that it does what is required, or that it tests it; tags that say neither take the kind of their file. */
  readonly kind: SourceKind;
  /** The title of the test or the name of what is declared behind the tag; empty where neither is there. */
  readonly name: string;
  readonly position: Position;
  readonly certainty: Certainty;
}

/**
 * How sure it is that an id is meant: a `tag` is written for nothing else; a `mention` stands in the title of a test; a `guess` is made of the parts
 * of a name (`test_orch_2002_rejects`) or lies inside of a range, and counts only if there is such a requirement.
 */
export type Certainty = 'tag' | 'mention' | 'guess';

/** What one file says. */
export interface SourceTags {
  /** In the order of the text, each once. */
  readonly tags: readonly SourceTag[];
  readonly problems: readonly TagProblem[];
}

/** What keeps tags of a file from being read. */
export interface TagProblem {
  /** The file is too large; a pattern of the user is too much work in it; a tag names no id; a test that names one never runs. */
  readonly kind: 'too-large' | 'too-much-work' | 'no-id' | 'skipped';
  readonly message: string;
  readonly position?: Position;
}

/** A source file. */
export interface SourceFile {
  /** Its name decides the language. */
  readonly file: string;
  readonly text: string;
  readonly kind: SourceKind;
}

/** How requirements are named. */
export interface TagRules {
  /** Patterns of ids, as `scanIds` takes them. */
  readonly ids: readonly string[];
  /** Patterns of the user's own, by kind of file; their group `ids` holds ids. One that cannot be used finds nothing. */
  readonly patterns: Readonly<Record<SourceKind, readonly string[]>>;
}

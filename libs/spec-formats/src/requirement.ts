import type { Level } from './config';

/** One requirement as the index has it. */
export interface Requirement {
  readonly id: string;
  /** Its sentence without the id, cut at a word and at a grapheme. */
  readonly title: string;
  /** Title of the innermost heading above it; empty above the first one. */
  readonly section: string;
  readonly level: Level;
  /** Key words of BCP 14 as they stand in its text, in their order, each once: `MUST NOT`, `SHOULD`. */
  readonly keywords: readonly string[];
  /** Its whole text without the id, blanks collapsed. */
  readonly text: string;
  /** Line of the definition, from 1. */
  readonly line: number;
  /** Places in the spec, `path#anchor` by GitHub's rule, relative to the root. */
  readonly links: readonly string[];
}

import type { Heading } from '@fixpoint/markdown-document';
import type { Finding, Position } from '@fixpoint/model';
import type { Requirement } from '@fixpoint/spec-formats';

/** A spec as it was read. */
export interface SpecDocument {
  /** Relative to the root; may lead out of it. */
  readonly file: string;
  /** Whether it claims to state requirements: it names BCP 14 or one of its RFCs, uses a key word, or defines an id. */
  readonly isNormative: boolean;
  readonly headings: readonly Heading[];
  /** Every definition in the order of the text; what is defined twice is there twice. */
  readonly requirements: readonly DefinedRequirement[];
  /** Ids where they are only spoken of, in the order of the text; ids in code are none. */
  readonly mentions: readonly IdMention[];
  /** Sentences that use a key word of BCP 14 and belong to no requirement. */
  readonly loose: readonly LooseSentence[];
  /** Words in lower case that would be key words in upper case, in sentences of requirements. */
  readonly lowerCase: readonly LowerCaseWord[];
  /** What stands where an id might, holds a number, and is no id: `[orch-2002]`. */
  readonly oddIds: readonly OddId[];
}

/** A requirement and where its id stands. */
export interface DefinedRequirement extends Requirement {
  readonly position: Position;
}

/** An id in the prose of a spec, outside of its definition. */
export interface IdMention {
  readonly id: string;
  readonly position: Position;
}

/** A normative sentence without an id. */
export interface LooseSentence {
  readonly text: string;
  readonly keywords: readonly string[];
  /** Ids that it names, in code and parentheses, too. */
  readonly ids: readonly string[];
  readonly position: Position;
}

/** A word such as "must" in a sentence that carries an id. */
export interface LowerCaseWord {
  readonly id: string;
  readonly word: string;
  readonly position: Position;
}

/** What may have been meant as an id, with plain hyphens. */
export interface OddId {
  readonly text: string;
  readonly position: Position;
}

/** All specs of a root, and what is wrong with their text. */
export interface SpecFacts {
  /** Sorted by file. */
  readonly specs: readonly SpecDocument[];
  /** What reading found, with the prefix `spec-extract/`: ids with look-alike hyphens, duplicates, specs that cannot be read. */
  readonly findings: readonly Finding[];
  /** Specs that are there and cannot be read; what they state is not known. Sorted. */
  readonly unread: readonly string[];
}

/** An id found in a text of any kind. */
export interface FoundId {
  /** With plain hyphens. */
  readonly id: string;
  /** Offset (UTF-16 units) and length of what stands there; members of a range share them. */
  readonly offset: number;
  readonly length: number;
  /** Whether it was written with look-alike hyphens. */
  readonly lookalike: boolean;
}

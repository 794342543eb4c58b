import type { Position } from '@fixpoint/model';

/** A Gherkin file as far as steps and tags go. */
export interface Feature {
  /** Relative to the root. */
  readonly file: string;
  /** The dialect its key words are in: `en`, or what `# language:` says. */
  readonly language: string;
  /** The title of the feature; empty where the file holds none. */
  readonly name: string;
  /** Where `Feature:` stands; undefined for a file without a feature. */
  readonly position?: Position;
  /** Every tag of the file, in source order. */
  readonly tags: readonly FeatureTag[];
  /** Scenarios and outlines, those of rules as well, in source order. */
  readonly scenarios: readonly FeatureScenario[];
  /** What would be run: one for a scenario, one for each row of an outline's examples. */
  readonly pickles: readonly FeaturePickle[];
}

/** What a tag can stand on. */
export type TagHolder = 'feature' | 'rule' | 'scenario' | 'outline' | 'examples';

/** A tag where it is written. */
export interface FeatureTag {
  /** With its `@`. */
  readonly name: string;
  readonly position: Position;
  readonly on: TagHolder;
  /** The title of what it stands on; may be empty. */
  readonly title: string;
  /** The scenarios that inherit it, in source order; for a tag on examples the outline around them. */
  readonly scenarios: readonly FeatureScenario[];
}

/** A scenario or an outline. */
export interface FeatureScenario {
  readonly name: string;
  readonly position: Position;
  readonly isOutline: boolean;
  /** How many steps it has of its own, without those of backgrounds. */
  readonly steps: number;
  /** The title of the rule around it. */
  readonly rule?: string;
}

/** One run of a scenario. */
export interface FeaturePickle {
  readonly scenario: FeatureScenario;
  /** Where the row of the examples stands that it is made of. */
  readonly row?: Position;
  /** Those of backgrounds come first. */
  readonly steps: readonly FeatureStep[];
}

/** The part that a step plays. */
export type StepKind = 'given' | 'when' | 'then' | 'unknown';

/** A step with the values of its row put in. */
export interface FeatureStep {
  /** The words behind the key word. */
  readonly text: string;
  /** As it is written, without the space behind it: `Given`, `*`, `Wenn`. */
  readonly keyword: string;
  /** What it does in its scenario; `And`, `But` take that of the step before, `*` has none. */
  readonly kind: StepKind;
  /** Where the step stands; several pickles can share it. */
  readonly position: Position;
  readonly argument?: 'data-table' | 'doc-string';
}

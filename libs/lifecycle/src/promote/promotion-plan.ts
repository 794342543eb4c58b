import type { Artifact, Finding } from '@fixpoint/model';

/** One file that a promotion changes. */
export interface PlannedChange extends Artifact {
  /** What the file says now, in short: a version, `none`, `absent`. */
  readonly from: string;
  /** What it is to say. */
  readonly to: string;
  readonly reason: string;
}

/** One file that stays as it is although one might expect a change. */
export interface Unmoved {
  readonly path: string;
  readonly value: string;
  readonly reason: string;
}

/** What a promotion does, or why it does nothing. */
export interface PromotionPlan {
  readonly version: string;
  /** Sorted by path; empty when everything is as it is to be. */
  readonly changes: readonly PlannedChange[];
  readonly unmoved: readonly Unmoved[];
  /** Every gate that does not hold; with any of them nothing is changed. */
  readonly refused: readonly Finding[];
}

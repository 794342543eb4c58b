/** What a case comes to: worse where something is missing here that others know of it. */
export type Standing = 'equal' | 'better' | 'worse';

/** One case of a table. */
export interface CaseLine {
  /** What is compared, or with whom. */
  readonly kind: string;
  readonly name: string;
  readonly standing: Standing;
  /** What both have, and why the case is better or worse. */
  readonly because: string;
  /** Differences, one line each. */
  readonly details: readonly string[];
}

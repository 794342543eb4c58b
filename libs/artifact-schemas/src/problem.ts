/** Something at a place inside a document that is not as its schema has it. */
export interface Problem {
  /** Stable and kebab-case. */
  readonly kind: string;
  /** Keys and indexes from the top of the document. */
  readonly at: readonly (string | number)[];
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
}

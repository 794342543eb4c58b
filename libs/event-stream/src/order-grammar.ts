/**
 * A regular expression over the names of events, such as `started token* (metrics | token)* (end | error)`, as the automaton that
 * Glushkov gives it: one state for each name that is written in it.
 */
export interface OrderGrammar {
  readonly source: string;
  /** The name of each state. */
  readonly names: readonly string[];
  /** States that a stream can begin with. */
  readonly first: readonly number[];
  /** States that can come right after each state. */
  readonly follow: readonly (readonly number[])[];
  /** States that a stream can end in. */
  readonly last: ReadonlySet<number>;
  /** Whether a stream without any event fits. */
  readonly acceptsEmpty: boolean;
}

/** A part of a grammar: which of its states it can begin and end with, and whether it can be left out. */
export interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isNullable: boolean;
}

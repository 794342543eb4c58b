/** One match of a pattern. */
export interface PatternMatch {
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** The named groups that took part. */
  readonly groups: Readonly<Record<string, { readonly text: string; readonly start: number }>>;
}

/** A regular expression whose search takes bounded time, whatever the pattern and the text. */
export interface LinearPattern {
  /** Names of its groups. */
  readonly names: readonly string[];
  readonly matchesEmpty: boolean;
  /** How many characters of a match are given by the pattern letter by letter, at the least. */
  readonly literalLength: number;
  /** All matches that do not overlap, from left to right; undefined if finding them is too much work. */
  matches(text: string): readonly PatternMatch[] | undefined;
}

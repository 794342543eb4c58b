/** How one kind of token begins and ends. `open` is the source of a regular expression (flags `mu`) without groups that capture. */
export type LexicalRule =
  | LineComment
  | BlockComment
  | StringRule
  | {
      /** A whole token in which nothing is looked for: a character literal, an escaped character. */
      readonly kind: 'literal';
      readonly open: string;
    }
  | {
      /** A regular expression between slashes, where one can stand. */
      readonly kind: 'slashes';
      readonly open: string;
    }
  | {
      /** A document that begins on the next line and ends with a line that holds the word of its opening alone. */
      readonly kind: 'heredoc';
      readonly open: string;
    };

/** A comment up to the end of its line. */
export interface LineComment {
  readonly kind: 'line';
  readonly open: string;
}

/** A comment with an end of its own. */
export interface BlockComment {
  readonly kind: 'block';
  readonly open: string;
  readonly close: Closing;
  /** The opening that counts inside, where comments nest. */
  readonly nested?: string;
}

/** Text between quotes. */
export interface StringRule {
  readonly kind: 'string';
  readonly open: string;
  readonly close: Closing;
  /** How a quote inside is written: behind a backslash, or twice; not at all when absent. */
  readonly escape?: 'backslash' | 'doubled';
  readonly multiline?: boolean;
  /** Code inside of the string. */
  readonly hole?: Hole;
}

/** What ends a token, as text; it may depend on how the token began. */
export type Closing = string | ((opened: string) => string);

/** How code inside of a string begins, and which brackets are counted until it ends. */
export interface Hole {
  readonly open: string;
  readonly deeper: string;
  readonly close: string;
}

/** How the titles of tests stand in code. */
export interface TitleRule {
  /** What is called: the source of a regular expression. */
  readonly heads: string;
  /** Whether the title may follow without a parenthesis. */
  readonly bare?: boolean;
  /** Whether every text among the arguments counts (tags of Catch2). */
  readonly all?: boolean;
}

/** How tests say that they never run: sources of regular expressions (flags `mu`) over code. */
export interface SkipRule {
  /** Annotations of a function or a class. */
  readonly annotations?: string;
  /** How what is annotated ends: with its block in braces, or with its indentation. */
  readonly block?: 'braces' | 'indented';
  /** Statements that end the test in whose own block they stand. */
  readonly statements?: string;
  /** What stands before the brace of such a test. */
  readonly functions?: string;
  /** What switches a whole file off. */
  readonly file?: string;
}

/** A family of languages. */
export interface Language {
  /** In the order in which they are tried. */
  readonly rules: readonly LexicalRule[];
  readonly titles?: TitleRule;
  readonly skips?: SkipRule;
  /** What stands before the name of a function that is a test wherever it stands: the source of a regular expression. */
  readonly marksTest?: string;
}

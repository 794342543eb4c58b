/** What a second source tells of one command. */
export interface SourceCommand {
  readonly path: readonly string[];
  readonly aliases?: readonly string[];
  readonly flags: readonly SourceFlag[];
  readonly subcommands: readonly string[];
  /** The lists that hold all there is: what is not in them is unknown to the source. */
  readonly whole: { readonly flags: boolean; readonly subcommands: boolean };
}

/** What a second source tells of one flag; an absent fact is an absent key. */
export interface SourceFlag {
  /** All spellings, with their dashes. */
  readonly names: readonly string[];
  readonly takesValue?: boolean;
  readonly valueName?: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  readonly repeatable?: boolean;
  readonly required?: boolean;
  readonly description?: string;
}

/**
 * A second source of a tool's surface beside its help pages. Every kind is opt-in: a program that does not know a protocol
 * may take the call for ordinary work.
 */
export type SourceConfig =
  | CallSource<'clap-bash'>
  | CallSource<'cobra-complete'>
  | FlagSource<'yargs-completions'>
  | FlagSource<'kingpin-completion'>
  | FlagSource<'urfave-completion'>
  | ClickSource
  | { readonly kind: 'argcomplete' }
  | JsonSource
  | ManSource;

/** The names of the kinds. */
export type SourceKindName = SourceConfig['kind'];

/** A source that is called with these arguments. */
export interface CallSource<Kind extends string> {
  readonly kind: Kind;
  readonly args: readonly string[];
}

/** A source that is called with this flag and the words of a command line. */
export interface FlagSource<Kind extends string> {
  readonly kind: Kind;
  readonly flag: string;
}

/** The completion protocol of click, and that of typer, which only differs in the instruction. */
export interface ClickSource {
  readonly kind: 'click-complete';
  /** `_<PROGRAM>_COMPLETE` when absent. */
  readonly variable?: string;
  readonly instruction: string;
}

/** A document that is printed by a call or lies in files (globs from the directory of the executable, `..` allowed). */
export interface DocumentPlace {
  readonly args?: readonly string[];
  readonly files?: readonly string[];
}

/** A JSON document that describes the commands. */
export interface JsonSource extends DocumentPlace {
  readonly kind: 'help-json';
  readonly shape: string | JsonShape;
}

/** Manual pages, named `<program>-<command>.<section>`. */
export interface ManSource extends DocumentPlace {
  readonly kind: 'man';
}

/** Where the facts stand in a JSON document; every value but `layout` and `separator` is a JSON pointer. */
export interface JsonShape {
  /** The tool itself, from the top of the document. */
  readonly root: string;
  /** `nested`: every command holds its subcommands; `flat`: the root holds all commands under their whole names. */
  readonly layout: 'nested' | 'flat';
  /** What parts the words of a whole name; blanks when absent. */
  readonly separator?: string;
  /** The document may lack commands, as where plugins bring their own. */
  readonly partial?: boolean;
  /** The list or dictionary of commands, from a command (`nested`) or the root (`flat`). */
  readonly commands: string;
  readonly command: {
    /** The key in the dictionary when absent. */
    readonly name?: string;
    readonly aliases?: string;
    /** The list or dictionary of flags. */
    readonly flags: string;
  };
  readonly flag: JsonFlagShape;
}

/** Where the facts of one flag stand, from the flag. */
export interface JsonFlagShape {
  /** A spelling with or without dashes; the key in the dictionary when absent. */
  readonly name?: string;
  /** One spelling, several parted by `|`, or a list. */
  readonly short?: string;
  readonly aliases?: string;
  /** True where the flag has a `--no-` form as well. */
  readonly negatable?: string;
  /** Whether the flag takes a value: what stands there is one of `is`, none of `not`, or simply not empty. */
  readonly value?: { readonly at: string; readonly is?: readonly string[]; readonly not?: readonly string[] };
  /** A spelling as help shows it (`--color[=WHEN]`), which tells the value as well. */
  readonly usage?: string;
  readonly value_name?: string;
  readonly choices?: string;
  readonly default?: string;
  readonly repeatable?: string;
  readonly required?: string;
  readonly description?: string;
}

/**
 * Records of `snapshots/<version>/<target_triple>.json`.
 *
 * Field names and meaning are those of version 1 of the parity formats; the optional fields below the line in each record
 * are additions of rules version 2, which readers of version 1 ignore. An absent fact is an absent key, never null.
 */
export interface Snapshot {
  readonly snapshot_schema_version: 1;
  readonly tool: string;
  readonly collected_at: string;
  readonly binary: BinaryRecord;
  readonly commands: readonly SnapshotCommand[];
  readonly features?: FeatureRecord;
  readonly known_omissions?: readonly string[];
  /** The program that made the record and its version; snapshots of different generators are not merged. */
  readonly generator?: GeneratorRecord;
  /** How the surface was read (rules version 2). */
  readonly probe?: ProbeRecord;
}

/** Which program made a snapshot. */
export interface GeneratorRecord {
  readonly name: string;
  readonly version: string;
}

/** The measured executable. */
export interface BinaryRecord {
  readonly sha256: string;
  readonly size_bytes: number;
  readonly platform: { readonly os: string; readonly arch: string };
  readonly target_triple: string;
  readonly version_output: string;
  readonly semantic_version?: string;
  readonly channel?: string;
  readonly commit?: string;
}

/** Sources beside the help pages and what came of them. */
export interface ProbeRecord {
  readonly dialect: string;
  readonly help_form: 'flag' | 'subcommand';
  readonly columns: number;
  /** Pages that gave a surface, and pages that failed or were refused. */
  readonly pages: number;
  readonly failures: readonly ProbeFailure[];
  /** The completion script, when the tool prints one. */
  readonly completion?: {
    readonly format: string;
    readonly status: 'used' | 'failed';
    readonly note?: string;
    readonly disagreements?: readonly SourceDisagreement[];
  };
  /** The other second sources, in the order of the configuration. */
  readonly sources?: readonly SourceRecord[];
  /** Whether an unknown flag is told apart from a known one by `<path> --flag --help`. */
  readonly flag_probe?: 'calibrated' | 'not-usable' | 'off';
}

/** A second source and what came of it. */
export interface SourceRecord {
  readonly kind: string;
  readonly status: 'used' | 'failed';
  /** Why it gave nothing, or for how many commands. */
  readonly note?: string;
  readonly disagreements?: readonly SourceDisagreement[];
}

/**
 * A fact that the help text and a second source tell differently. What only the source knows is no disagreement: it is hidden,
 * and stands with its `seen_in` among the commands.
 */
export interface SourceDisagreement {
  /** The command; of a unit `command`, the command itself. */
  readonly path: readonly string[];
  readonly unit: 'command' | 'flag';
  /** The flag. */
  readonly key?: string;
  readonly fact: 'listed' | 'spelling' | 'takes_value' | 'choices';
  readonly help: string;
  readonly source: string;
}

/** One page or call that gave nothing, in a form that is the same on every machine. */
export interface ProbeFailure {
  readonly path: readonly string[];
  readonly kind:
    | 'timeout'
    | 'exit'
    | 'signal'
    | 'not-started'
    | 'phantom'
    | 'depth'
    | 'cycle'
    | 'no-help'
    | 'skipped'
    | 'too-large';
  readonly detail: string;
}

/** Feature switches the tool lists and what enabling them changed. */
export interface FeatureRecord {
  readonly commands_added_when_all_enabled?: readonly (readonly string[])[];
  readonly enabled_for_snapshot?: readonly string[];
  readonly listed?: readonly FeatureRow[];
  readonly mode: string;
  readonly probe_error?: string;
  /** Rules version 2: names that were to be enabled, and those whose enabling failed with the reason. */
  readonly requested_enable?: readonly string[];
  readonly enable_failures?: readonly { readonly name: string; readonly detail: string }[];
  readonly flags_added_when_all_enabled?: readonly {
    readonly path: readonly string[];
    readonly key: string;
  }[];
}

/** One row of the feature list. */
export interface FeatureRow {
  readonly effective: boolean;
  readonly name: string;
  readonly stage: string;
}

/** One command; the root has the empty path. */
export interface SnapshotCommand {
  readonly path: readonly string[];
  readonly about?: string;
  readonly usage?: string;
  readonly stability?: string;
  readonly platforms?: readonly string[];
  readonly args?: readonly SnapshotArg[];
  readonly flags?: readonly SnapshotFlag[];
  // -- rules version 2
  readonly aliases?: readonly string[];
  readonly hidden?: true;
  /** Which second source showed a hidden unit. */
  readonly seen_in?: readonly HiddenSource[];
  /** SHA-256 (lower-case hex) of the captured help page's UTF-8 text: evidence that does not need the page itself. */
  readonly help_sha256?: string;
}

/** Second sources for units that help does not list; `completion` stands for all protocols of shell completion. */
export type HiddenSource = 'completion' | 'help-json' | 'man' | 'probe';

/** One positional argument. */
export interface SnapshotArg {
  readonly name: string;
  readonly required: boolean;
  readonly variadic: boolean;
  readonly note?: string;
  // -- rules version 2
  readonly default?: string;
  readonly choices?: readonly string[];
  readonly env?: string;
}

/** One flag; `long` with its dashes, `short` likewise; at least one of them is present. */
export interface SnapshotFlag {
  readonly long?: string;
  readonly short?: string;
  readonly takes_value: boolean;
  readonly value_name?: string;
  readonly repeatable?: true;
  readonly stability?: string;
  readonly platforms?: readonly string[];
  // -- rules version 2
  /** Further spellings, long or short, with their dashes. */
  readonly aliases?: readonly string[];
  /** All value names, when there is more than one. */
  readonly value_names?: readonly string[];
  /** The value may be left out (`--color[=WHEN]`, `--resume [id]`). */
  readonly value_optional?: true;
  /** The value must be attached with `=` (`--x=<V>`, `--x[=V]`). */
  readonly value_attached?: true;
  readonly required?: true;
  readonly default?: string;
  readonly choices?: readonly string[];
  readonly env?: string;
  /** The help text; lines are kept, joined by LF. */
  readonly description?: string;
  readonly hidden?: true;
  readonly seen_in?: readonly HiddenSource[];
}

import type {
  BinaryRecord,
  FeatureRecord,
  GeneratorRecord,
  HiddenSource,
  SnapshotArg,
  SnapshotFlag,
} from './snapshot';

/** `snapshots/<version>/union.json`: one version's surface over all its targets (parity contract §4.2). */
export interface Union {
  readonly snapshot_schema_version: 2;
  readonly tool: string;
  readonly mode: 'union';
  readonly collected_at: string;
  readonly expected_targets: readonly string[];
  readonly complete: boolean;
  readonly missing_targets?: readonly string[];
  readonly inputs: readonly UnionInput[];
  readonly commands: readonly UnionCommand[];
  /** Rules version 2: the generator that all inputs share. */
  readonly generator?: GeneratorRecord;
}

/** One snapshot that went into the union. */
export interface UnionInput {
  readonly target_triple: string;
  readonly collected_at: string;
  readonly binary: BinaryRecord;
  readonly features?: FeatureRecord;
  readonly known_omissions?: readonly string[];
}

/** One command with the targets that have it. */
export interface UnionCommand {
  readonly path: readonly string[];
  readonly available_on: readonly string[];
  readonly about?: string;
  readonly usage?: string;
  readonly args?: readonly UnionArg[];
  readonly flags?: readonly UnionFlag[];
  readonly conflicts?: readonly Conflict[];
  // -- rules version 2, as in a snapshot
  readonly stability?: string;
  readonly platforms?: readonly string[];
  readonly aliases?: readonly string[];
  readonly hidden?: true;
  readonly seen_in?: readonly HiddenSource[];
  /**
   * Keys of root flags that this command lists too, with the same meaning, on every one of its targets where the root has
   * them; they are left out of `flags`.
   */
  readonly folded_flags?: readonly string[];
}

/** One argument with the targets that have it. */
export interface UnionArg extends SnapshotArg {
  readonly inferred_from_usage?: true;
  readonly available_on: readonly string[];
}

/** One flag with the targets that have it; `key` is the long form, else the short one. */
export interface UnionFlag extends SnapshotFlag {
  readonly key: string;
  readonly available_on: readonly string[];
}

/** A field on which targets that have a unit disagree. */
export interface Conflict {
  readonly unit: 'command' | 'flag' | 'arg';
  readonly path: readonly string[];
  readonly key?: string;
  readonly name?: string;
  readonly field: string;
  readonly values_by_target: Readonly<Record<string, unknown>>;
  readonly help_context: string;
  readonly evidence?: {
    readonly help_ref_by_target: Readonly<Record<string, string>>;
    readonly help_sha256_by_target: Readonly<Record<string, string>>;
  };
}

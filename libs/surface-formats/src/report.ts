/** `reports/<version>/coverage.{any,all,<target>}.json` (parity contract §6.9). */
export interface CoverageReport {
  readonly schema_version: 1;
  readonly generated_at?: string;
  readonly inputs: {
    readonly upstream: {
      readonly semantic_version: string;
      readonly mode: 'union';
      readonly targets: readonly string[];
    };
    readonly wrapper: { readonly schema_version: number; readonly wrapper_version?: string };
    readonly rules: { readonly rules_schema_version: number };
  };
  readonly platform_filter: {
    readonly mode: 'any' | 'all' | 'exact_target';
    readonly target_triple?: string;
  };
  readonly deltas: ReportDeltas;
}

/** All delta lists; the `missing_*` ones are always present. */
export interface ReportDeltas {
  readonly missing_commands: readonly ReportUnit[];
  readonly missing_flags: readonly ReportUnit[];
  readonly missing_args: readonly ReportUnit[];
  readonly excluded_commands?: readonly ReportUnit[];
  readonly excluded_flags?: readonly ReportUnit[];
  readonly excluded_args?: readonly ReportUnit[];
  readonly passthrough_candidates?: readonly ReportUnit[];
  readonly unsupported?: readonly ReportUnit[];
  readonly intentionally_unsupported?: readonly ReportUnit[];
  readonly wrapper_only_commands?: readonly ReportUnit[];
  readonly wrapper_only_flags?: readonly ReportUnit[];
  readonly wrapper_only_args?: readonly ReportUnit[];
  // -- rules version 2
  /** Units the wrapper covers that upstream accepts but no longer shows. */
  readonly wrapper_hidden_commands?: readonly ReportUnit[];
  readonly wrapper_hidden_flags?: readonly ReportUnit[];
  readonly wrapper_hidden_args?: readonly ReportUnit[];
}

/** One unit in a delta list. */
export interface ReportUnit {
  readonly path: readonly string[];
  readonly key?: string;
  readonly name?: string;
  readonly upstream_available_on: readonly string[];
  readonly wrapper_level?: string;
  readonly note?: string;
}

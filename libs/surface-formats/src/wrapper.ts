/** How far a wrapper covers a unit of the upstream surface (parity contract §5). */
export const COVERAGE_LEVELS = [
  'explicit',
  'passthrough',
  'intentionally_unsupported',
  'unsupported',
  'unknown',
] as const;
export type CoverageLevel = (typeof COVERAGE_LEVELS)[number];

/** `wrapper_coverage.json`, and the shape of what a declared source gives. */
export interface WrapperCoverage {
  readonly schema_version: 1;
  readonly generated_at?: string;
  readonly wrapper_version?: string;
  readonly coverage: readonly WrapperCommand[];
}

/** Where an entry applies; absent means all expected targets. */
export interface WrapperScope {
  readonly platforms?: readonly string[];
  readonly target_triples?: readonly string[];
}

/** Coverage of one command. */
export interface WrapperCommand {
  readonly path: readonly string[];
  readonly level: CoverageLevel;
  readonly note?: string;
  readonly scope?: WrapperScope;
  readonly flags?: readonly WrapperFlag[];
  readonly args?: readonly WrapperArg[];
}

/** Coverage of one flag of its command. */
export interface WrapperFlag {
  readonly key: string;
  readonly level: CoverageLevel;
  readonly note?: string;
  readonly scope?: WrapperScope;
}

/** Coverage of one positional argument of its command. */
export interface WrapperArg {
  readonly name: string;
  readonly level: CoverageLevel;
  readonly note?: string;
  readonly scope?: WrapperScope;
}

/** `wrapper_evidence.json` (rules version 2): what the wrapper's source really passes, with the place. */
export interface WrapperEvidence {
  readonly schema_version: 1;
  readonly generator: { readonly name: string; readonly version: string };
  /** The package and version, or the project, whose source was read. */
  readonly source: {
    readonly package?: string;
    readonly version?: string;
    readonly files: readonly string[];
  };
  readonly uses: readonly EvidenceUse[];
  /** Places where the wrapper passes arguments that cannot be read statically. */
  readonly dynamic: readonly EvidencePlace[];
}

/** One flag or command token the wrapper passes. */
export interface EvidenceUse {
  readonly kind: 'command' | 'flag';
  /** The command path the flag is passed to, as far as it can be told; the path itself for a command. */
  readonly path: readonly string[];
  readonly key?: string;
  readonly places: readonly EvidencePlace[];
}

/** A place in the wrapper's source. */
export interface EvidencePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What makes the place dynamic, or how the flag is built (`--config ${k}=${v}`). */
  readonly note?: string;
}

/** `SUPPORT.json` after parsing: which roots are published together, and where. */
export interface SupportConfig {
  /** The directory of the marker as the user names it, for messages and fixes. */
  readonly root: string;
  readonly tools: readonly SupportedTool[];
  /** The Markdown page that holds the block, relative to the marker. */
  readonly page: string;
  readonly severity?: Readonly<Record<string, 'error' | 'warning' | 'note' | 'off'>>;
}

/** One tool of the matrix. */
export interface SupportedTool {
  /** The name that rows carry. */
  readonly tool: string;
  /** The parity root of the tool, relative to the marker. */
  readonly root: string;
}

/** How far something goes. */
export type SupportLevel = 'supported' | 'partial' | 'unsupported';

/** Which pointers of a target name a version. */
export type SupportPromotion =
  | 'none'
  | 'latest_supported'
  | 'latest_validated'
  | 'latest_supported_and_validated';

/** `support-matrix.json`: one row per tool, version and target. */
export interface SupportMatrix {
  readonly schema_version: 2;
  readonly rows: readonly SupportRow[];
}

/** What is published about one version of one tool on one target. */
export interface SupportRow {
  readonly tool: string;
  readonly version: string;
  readonly target: string;
  /** The status of the version as its metadata gives it. */
  readonly status: string;
  /** Whether the metadata lists the target as supported. */
  readonly manifest_support: Exclude<SupportLevel, 'partial'>;
  /** What the coverage report of the target says of the wrapper. */
  readonly wrapper_support: SupportLevel;
  /** The weaker of the two; only without a reservation it is `supported`. */
  readonly overall_support: SupportLevel;
  readonly promotion: SupportPromotion;
  /** Whether the version was run with the real executable of the target. */
  readonly validation: 'passed' | 'failed' | 'skipped' | 'none';
  /** Units of the report by what keeps them from plain support. */
  readonly counts?: SupportCounts;
  /** Reservations in words, in a fixed order. */
  readonly evidence: readonly string[];
}

/** Units of a coverage report that are not plainly covered. */
export interface SupportCounts {
  readonly missing: number;
  readonly unsupported: number;
  readonly intentionally_unsupported: number;
  readonly wrapper_only: number;
}

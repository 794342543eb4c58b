import type { Finding, Severity } from '@fixpoint/model';

/**
 * What a directory of contracts holds and what follows from it: the normal form of a `CONTRACTS.json` or `redocly.yaml`, or of documents
 * that were found by their names alone. Every path is relative to the root; what is read may lie outside (`..`), what is written may not.
 */
export interface ContractsConfig {
  /** The root as the user names it; it stands in messages and fixes. */
  readonly root: string;
  /** OpenAPI documents by name, in the order of the marker. */
  readonly documents: readonly DocumentConfig[];
  readonly schemas: readonly SchemaConfig[];
  readonly breaking?: BreakingConfig;
  readonly pacts?: PactsConfig;
  readonly events?: EventsConfig;
  readonly metrics?: MetricsConfig;
  /** Severity by finding id; `off` drops it. */
  readonly severity?: Readonly<Record<string, Severity | 'off'>>;
}

/** One OpenAPI document and what is generated from it. */
export interface DocumentConfig {
  readonly name: string;
  /** The document's entry file. */
  readonly file: string;
  /** Where its TypeScript types go; none are generated when absent. */
  readonly types?: string;
  /** Where its typed client goes, which needs `types`. */
  readonly client?: string;
  /** A generator of the user's own. */
  readonly command?: CommandGenerator;
  /** Why nothing can be generated of it, with the place in the marker; the other documents go on. */
  readonly refused?: readonly Finding[];
}

/** A generator that is a program: it is run without a shell in a scratch directory, and what it writes there is taken over. */
export interface CommandGenerator {
  /**
   * The program and its arguments; `{input}` stands for the document, `{output}` for the scratch directory, `{root}` for the root. A program
   * with a `/` in its name is looked up from the root, any other on PATH.
   */
  readonly command: readonly string[];
  /** Files it writes, relative to `{output}` and to the root alike; what else it writes is an error. */
  readonly outputs: readonly string[];
  /** The version of the generator, part of the task's hash. */
  readonly version: string;
}

/** One JSON Schema, made from code or written by hand, with what follows from it. */
export interface SchemaConfig {
  /** The schema's file; written when `from` is there, read when not. */
  readonly schema: string;
  readonly from?: SchemaSource;
  /** Dialect of a schema that is made from code. */
  readonly dialect: '2020-12' | 'draft-07';
  /** Whether objects take keys that the code does not name. */
  readonly allowUnknownKeys: boolean;
  /** Where the types of a schema go that was written by hand. */
  readonly types?: string;
  /** Globs of examples that have to be valid. */
  readonly examples: readonly string[];
}

/** The code a schema is made from: an exported zod schema or an exported TypeScript type. */
export interface SchemaSource {
  readonly kind: 'zod' | 'typescript';
  readonly file: string;
  readonly name: string;
}

/** What the documents are compared with. */
export interface BreakingConfig {
  /** A git revision; the merge-base with the default branch when absent. Not used when there is a baseline. */
  readonly base?: string;
  /** A committed directory with the documents as they were published, under the paths they have here. */
  readonly baseline?: string;
  /** File of the waivers. */
  readonly waivers?: string;
  /** Severity of removals that no pact interaction uses; as it is when absent. */
  readonly unusedSeverity?: Severity;
}

/** Consumer pacts that the documents have to satisfy. */
export interface PactsConfig {
  /** Globs of pact files. */
  readonly files: readonly string[];
  /** Names of the documents that together describe the provider; all when absent. */
  readonly documents?: readonly string[];
  readonly allowEmpty: boolean;
}

/** Event streams (`text/event-stream`) and where transcripts of them lie. */
export interface EventsConfig {
  /** Globs of transcripts. */
  readonly transcripts: readonly TranscriptConfig[];
}

/** Transcripts of one operation. */
export interface TranscriptConfig {
  readonly files: readonly string[];
  /** Operation whose events these are, by its id. */
  readonly operation: string;
  readonly document?: string;
  /** JSON pointers into an event's data whose values change from run to run; `*` stands for any key. */
  readonly volatile: readonly string[];
  /** Directory of the normalised snapshots; none are kept when absent. */
  readonly snapshots?: string;
}

/** The metrics contract and what it is checked against. */
export interface MetricsConfig {
  /** The contract's file. */
  readonly contract: string;
  /** A Markdown spec that declares the metrics. */
  readonly spec?: string;
  /** Limits for a contract that has none itself. */
  readonly limits?: { readonly seriesPerMetric?: number; readonly seriesTotal?: number };
  /** Where metrics are emitted in code: a regular expression with the group `name`, and `labels` if the labels can be seen there. */
  readonly emissions?: { readonly files: readonly string[]; readonly pattern: string };
  /** Exposition texts (Prometheus text format). */
  readonly expositions: readonly string[];
}

import type { GeneratedEntry, SchemaConfig } from '@fixpoint/contract-formats';
import type { Finding, NamedGlobs, Outcome, PackageFile } from '@fixpoint/model';

/** A generated text and what made it. */
export interface GeneratedText {
  readonly path: string;
  readonly text: string;
  readonly generator: string;
  readonly version: string;
}

/** A schema of which everything could be had. */
export interface SchemaFacts {
  readonly config: SchemaConfig;
  /** The schema's text, as it is committed if written by hand, as it is generated if not. */
  readonly text: string;
  /** Files that the schema refers to. */
  readonly referenced: readonly PackageFile[];
  readonly generated: readonly GeneratedText[];
  readonly examples: NamedGlobs;
  readonly remarks: readonly Finding[];
}

/** A schema of which something could not be had; nothing of it is written. */
export interface BrokenSchema {
  readonly file: string;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** What is known of the schemas of a root. */
export interface SchemasFacts {
  readonly schemas: readonly SchemaFacts[];
  readonly broken: readonly BrokenSchema[];
  /** The committed list of generated files. */
  readonly list: readonly GeneratedEntry[];
  /** Fingerprints of the files of the list that are there. */
  readonly committed: ReadonlyMap<string, string>;
}

import type { DocumentConfig, GeneratedEntry } from '@fixpoint/contract-formats';
import type { Finding, Outcome } from '@fixpoint/model';
import type { OpenApiDocument } from '@fixpoint/openapi-document';
import type { GeneratedFile } from './generators/generator';

/** Files of one document by one generator. */
export interface Generation {
  readonly generator: string;
  readonly version: string;
  readonly files: readonly GeneratedFile[];
}

/** A document that all its generators have gone through. */
export interface GeneratedDocument {
  readonly config: DocumentConfig;
  readonly document: OpenApiDocument;
  readonly generations: readonly Generation[];
}

/** What keeps a document from being generated from; none of its outputs is written. */
export interface BrokenDocument {
  readonly name: string;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** What is read and generated for a root. */
export interface OpenapiFacts {
  readonly generated: readonly GeneratedDocument[];
  readonly broken: readonly BrokenDocument[];
  /** Of documents and generators that did not stand in the way. */
  readonly remarks: readonly Finding[];
  /** The committed manifest. */
  readonly manifest: readonly GeneratedEntry[];
  /** Files that are read in this root, as documents or as schemas, and so are nobody's to remove. */
  readonly sources: ReadonlySet<string>;
  /** Fingerprints of the committed files that the manifest names, where they are there. */
  readonly committed: ReadonlyMap<string, string>;
}

import type { DocumentConfig } from '@fixpoint/contract-formats';
import type { Ports, Result } from '@fixpoint/model';
import type { OpenApiDocument } from '@fixpoint/openapi-document';

/** What a generator is given. */
export interface GeneratorRequest {
  readonly config: DocumentConfig;
  /** The document as it was written, in all its files. */
  readonly document: OpenApiDocument;
  /** The document in one file (see `bundleForGenerators`). */
  readonly bundle: OpenApiDocument;
  readonly ports: Ports;
}

/** One file that a generator made. */
export interface GeneratedFile {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
}

/**
 * Something that makes files of an OpenAPI document. Name and version stand in the manifest of outputs, so that another version is
 * drift like any other. Problems are findings `regen-openapi/…`.
 */
export interface Generator {
  readonly name: string;
  readonly version: string;
  generate(request: GeneratorRequest): Promise<Result<readonly GeneratedFile[]>>;
}

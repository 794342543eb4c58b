import type { Finding, Position } from '@fixpoint/model';
import type { LocatedDocument } from '@fixpoint/structured-text';

/** A value of a document with the place where it stands. */
export interface Located<T = unknown> {
  readonly value: T;
  /** Relative to the root. */
  readonly file: string;
  /** JSON pointer in that file. */
  readonly pointer: string;
}

/** Versions of the specification that are read. */
export type OpenApiVersion = '3.0' | '3.1' | '3.2';

/** The methods that a path item names by a key of its own; `query` since 3.2. */
export const METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
] as const;

/** One operation of a document. */
export interface Operation {
  /** Path template, as the key of `paths` has it. */
  readonly path: string;
  /** In lower case, but for those of `additionalOperations` (3.2), which stand as they are written. */
  readonly method: string;
  readonly id?: string;
  readonly place: Located<Readonly<Record<string, unknown>>>;
  /** Parameters of the path item and of the operation, references followed; the operation's win by name and place. */
  readonly parameters: readonly Located<Readonly<Record<string, unknown>>>[];
}

/** An OpenAPI document whose files are read and whose references lead somewhere. */
export interface OpenApiDocument {
  readonly name: string;
  /** The entry file. */
  readonly file: string;
  readonly version: OpenApiVersion;
  readonly root: Located<Readonly<Record<string, unknown>>>;
  /** Every file of the document by its path. */
  readonly files: ReadonlyMap<string, LocatedDocument>;
  /** In the order of the document. */
  readonly operations: readonly Operation[];
  /** The value at a place below another one, references not followed; undefined where there is none. */
  child(place: Located, ...keys: readonly (string | number)[]): Located | undefined;
  /** Follows the references of a value to the one that has none. What leads in a circle, or nowhere, gives itself. */
  resolve(place: Located): Located;
  positionOf(place: Located): Position | undefined;
  /** A finding at a place. */
  finding(
    place: Located,
    finding: Pick<Finding, 'id' | 'message' | 'fix' | 'expected' | 'actual'> &
      Partial<Pick<Finding, 'severity'>>,
  ): Finding;
}

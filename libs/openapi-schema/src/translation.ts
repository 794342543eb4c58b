import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import type { PartReading } from './reading';

/** Keyword of translated schemas that says where in the document they stand: `[file, pointer]`. */
export const PLACE = 'x-place';

/** A JSON Schema (2020-12). */
export type JsonSchema = boolean | Record<string, unknown>;

/** What a translation is made with. */
export interface Translation {
  readonly document: OpenApiDocument;
  /** The id under which the schema at a place is known to the validator, read in some way. */
  idOf(place: Located, reading: PartReading): string;
}

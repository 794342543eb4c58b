import {
  COVERAGE_REPORT_DOCUMENT,
  SNAPSHOT_DOCUMENT,
  UNION_DOCUMENT,
  VERSION_METADATA_DOCUMENT,
  WRAPPER_COVERAGE_DOCUMENT,
  type DocumentSchema,
} from '@fixpoint/artifact-schemas';
import { toPointer } from '@fixpoint/structured-text';
import type { Schemas } from './read-schemas';
import type { SchemaChecker } from './schema-checker';

/** The schemas of this product, one for each kind of document. */
export const OWN_SCHEMAS: Schemas = {
  snapshot: checkerOf(SNAPSHOT_DOCUMENT),
  union: checkerOf(UNION_DOCUMENT),
  wrapperCoverage: checkerOf(WRAPPER_COVERAGE_DOCUMENT),
  report: checkerOf(COVERAGE_REPORT_DOCUMENT),
  versionMetadata: checkerOf(VERSION_METADATA_DOCUMENT),
};

function checkerOf(schema: DocumentSchema): SchemaChecker {
  return (document) =>
    schema.problems(document).map(({ at, message, expected, actual }) => {
      const pointer = toPointer(at);
      return { pointer, place: pointer, message, expected, actual };
    });
}

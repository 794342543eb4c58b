export { canonical, sortKeys } from './canonical';
export type { DocumentSchema } from './document-schema';
export {
  COVERAGE_REPORT_DOCUMENT,
  DOCUMENTS,
  SNAPSHOT_DOCUMENT,
  UNION_DOCUMENT,
  VALIDATION_DOCUMENT,
  VERSION_METADATA_DOCUMENT,
  WRAPPER_COVERAGE_DOCUMENT,
  WRAPPER_EVIDENCE_DOCUMENT,
} from './documents';
export { orderProblems } from './order-problems';
export type { Problem } from './problem';
export { shapeProblems } from './shape-problems';
export { BINARY, flagKey, GENERATOR, SNAPSHOT } from './types/snapshot-type';

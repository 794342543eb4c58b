import { validationEvidenceSchema, versionMetadataSchema } from '@fixpoint/surface-formats';
import { recordDocument, zodDocument, type DocumentSchema } from './document-schema';
import { COVERAGE_REPORT, WRAPPER_COVERAGE, WRAPPER_EVIDENCE } from './types/coverage-types';
import { SNAPSHOT } from './types/snapshot-type';
import { SUPPORT_MATRIX } from './types/support-matrix-type';
import { UNION } from './types/union-type';

/** `snapshots/<version>/<target>.json`. */
export const SNAPSHOT_DOCUMENT = recordDocument(
  'snapshot',
  'The surface of one executable as it was measured',
  SNAPSHOT,
);

/** `snapshots/<version>/union.json` and `current.json`. */
export const UNION_DOCUMENT = recordDocument('union', 'The surface of one version over all targets', UNION);

/** `wrapper_coverage.json`. */
export const WRAPPER_COVERAGE_DOCUMENT = recordDocument(
  'wrapper-coverage',
  'What a wrapper declares to cover',
  WRAPPER_COVERAGE,
);

/** `wrapper_evidence.json`. */
export const WRAPPER_EVIDENCE_DOCUMENT = recordDocument(
  'wrapper-evidence',
  'What the source of a wrapper passes',
  WRAPPER_EVIDENCE,
);

/** `reports/<version>/coverage.<filter>.json`. */
export const COVERAGE_REPORT_DOCUMENT = recordDocument(
  'coverage-report',
  'What a wrapper lacks of a version',
  COVERAGE_REPORT,
);

/** `versions/<version>.json`. */
export const VERSION_METADATA_DOCUMENT = zodDocument(
  'version-metadata',
  'How far a version has come',
  versionMetadataSchema,
);

/** `validations/<version>/<target>.json`. */
export const VALIDATION_DOCUMENT = zodDocument(
  'validation',
  'How the validation of a wrapper with one executable ended',
  validationEvidenceSchema,
);

/** `support-matrix.json`. */
export const SUPPORT_MATRIX_DOCUMENT = recordDocument(
  'support-matrix',
  'What is supported of which tool, by version and target',
  SUPPORT_MATRIX,
);

/** Every kind of JSON artifact of rules version 2, in the order of the pipeline. */
export const DOCUMENTS: readonly DocumentSchema[] = [
  SNAPSHOT_DOCUMENT,
  UNION_DOCUMENT,
  WRAPPER_COVERAGE_DOCUMENT,
  WRAPPER_EVIDENCE_DOCUMENT,
  COVERAGE_REPORT_DOCUMENT,
  VERSION_METADATA_DOCUMENT,
  VALIDATION_DOCUMENT,
  SUPPORT_MATRIX_DOCUMENT,
];

import { constant, COUNT, listOf, oneOf, recordOf, TEXT, TEXTS } from '../record-type';

const COUNTS = recordOf({
  missing: COUNT,
  unsupported: COUNT,
  intentionally_unsupported: COUNT,
  wrapper_only: COUNT,
});

const ROW = recordOf({
  tool: TEXT,
  version: TEXT,
  target: TEXT,
  status: TEXT,
  manifest_support: oneOf('supported', 'unsupported'),
  wrapper_support: oneOf('supported', 'partial', 'unsupported'),
  overall_support: oneOf('supported', 'partial', 'unsupported'),
  promotion: oneOf('none', 'latest_supported', 'latest_validated', 'latest_supported_and_validated'),
  validation: oneOf('passed', 'failed', 'skipped', 'none'),
  'counts?': COUNTS,
  evidence: TEXTS,
});

/** A support matrix: rows in the order of the tools, then by target and version. */
export const SUPPORT_MATRIX = recordOf({ schema_version: constant(2), rows: listOf(ROW) });

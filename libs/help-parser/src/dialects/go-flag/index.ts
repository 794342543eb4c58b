import type { Dialect } from '../dialect';
import { parseTables } from '../generic/parse-generic-page';
import { scoreSigns } from '../signs';
import { GO_FLAG_SIGNS } from './signs';

/** Programs built with the standard library's package flag for Go. */
export const goFlag: Dialect = {
  id: 'go-flag',
  detect: (document) => scoreSigns(document, GO_FLAG_SIGNS),
  parse: (document, context) => parseTables(document, context, { usageFlags: false, alignedFlags: true }),
};

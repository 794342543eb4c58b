import type { Dialect } from '../dialect';
import { parseTables } from '../generic/parse-generic-page';
import { completeCobraFlag } from './complete-cobra-flag';
import { detectCobra } from './signs';

/** Programs built with cobra and pflag for Go, with the stock template or one of their own. */
export const cobra: Dialect = {
  id: 'cobra',
  detect: detectCobra,
  parse: (document, context) =>
    parseTables(document, context, { usageFlags: false, completeFlag: completeCobraFlag }),
};

import type { Dialect } from '../dialect';
import { parseGenericPage } from '../generic/parse-generic-page';
import { scoreSigns } from '../signs';
import { COBRA_SIGNS } from './signs';

/** Programs built with cobra and pflag for Go, with the stock template or one of their own. */
export const cobra: Dialect = {
  id: 'cobra',
  detect: (document) => scoreSigns(document, COBRA_SIGNS),
  parse: parseGenericPage,
};

import type { Dialect } from '../dialect';
import { parseGenericPage } from '../generic/parse-generic-page';
import { scoreSigns } from '../signs';
import { OCLIF_SIGNS } from './signs';

/** Programs built with oclif. */
export const oclif: Dialect = {
  id: 'oclif',
  detect: (document) => scoreSigns(document, OCLIF_SIGNS),
  parse: parseGenericPage,
};

import type { Dialect } from '../dialect';
import { parseGenericPage } from '../generic/parse-generic-page';
import { scoreSigns } from '../signs';
import { CAC_SIGNS } from './signs';

/** Programs built with cac. */
export const cac: Dialect = {
  id: 'cac',
  detect: (document) => scoreSigns(document, CAC_SIGNS),
  parse: parseGenericPage,
};

import type { Dialect } from '../dialect';
import { scoreSigns } from '../signs';
import { parseCacPage } from './parse-cac-page';
import { CAC_SIGNS } from './signs';

/** Programs built with cac, versions 6 and 7. */
export const cac: Dialect = {
  id: 'cac',
  detect: (document) => scoreSigns(document, CAC_SIGNS),
  parse: parseCacPage,
};

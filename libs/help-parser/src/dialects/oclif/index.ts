import type { Dialect } from '../dialect';
import { scoreSigns } from '../signs';
import { parseOclifPage } from './parse-oclif-page';
import { OCLIF_SIGNS } from './signs';

/** Programs built with oclif, core versions 1 to 4. */
export const oclif: Dialect = {
  id: 'oclif',
  detect: (document) => scoreSigns(document, OCLIF_SIGNS),
  parse: parseOclifPage,
};

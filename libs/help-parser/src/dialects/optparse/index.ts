import type { Dialect } from '../dialect';
import { scoreSigns } from '../signs';
import { parseOptparsePage } from './parse-optparse-page';
import { OPTPARSE_SIGNS } from './signs';

/** Programs built with Python's optparse. */
export const optparse: Dialect = {
  id: 'optparse',
  detect: (document) => scoreSigns(document, OPTPARSE_SIGNS),
  parse: parseOptparsePage,
};

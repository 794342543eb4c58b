import type { Dialect } from '../dialect';
import { parseOptparsePage } from './parse-optparse-page';
import { detectOptparse } from './signs';

/** Programs built with Python's optparse. */
export const optparse: Dialect = {
  id: 'optparse',
  detect: detectOptparse,
  parse: parseOptparsePage,
};

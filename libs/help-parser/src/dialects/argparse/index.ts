import type { Dialect } from '../dialect';
import { scoreSigns } from '../signs';
import { parseArgparsePage } from './parse-argparse-page';
import { ARGPARSE_SIGNS } from './signs';

/** Programs built with Python's argparse. */
export const argparse: Dialect = {
  id: 'argparse',
  detect: (document) => scoreSigns(document, ARGPARSE_SIGNS),
  parse: parseArgparsePage,
};

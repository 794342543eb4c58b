import type { Dialect } from '../dialect';
import { parseGenericPage } from '../generic/parse-generic-page';
import { scoreSigns } from '../signs';
import { ARGPARSE_SIGNS } from './signs';

/** Programs built with argparse for Python. */
export const argparse: Dialect = {
  id: 'argparse',
  detect: (document) => scoreSigns(document, ARGPARSE_SIGNS),
  parse: parseGenericPage,
};

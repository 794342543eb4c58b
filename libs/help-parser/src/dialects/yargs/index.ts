import type { Dialect } from '../dialect';
import { parseGenericPage } from '../generic/parse-generic-page';
import { scoreSigns } from '../signs';
import { YARGS_SIGNS } from './signs';

/** Programs built with yargs. */
export const yargs: Dialect = {
  id: 'yargs',
  detect: (document) => scoreSigns(document, YARGS_SIGNS),
  parse: parseGenericPage,
};

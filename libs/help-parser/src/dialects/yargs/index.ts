import type { Dialect } from '../dialect';
import { scoreSigns } from '../signs';
import { parseYargsPage } from './parse-yargs-page';
import { YARGS_SIGNS } from './signs';

/** Programs built with yargs, versions 13 to 18, and with optimist before it. */
export const yargs: Dialect = {
  id: 'yargs',
  detect: (document) => scoreSigns(document, YARGS_SIGNS),
  parse: parseYargsPage,
};

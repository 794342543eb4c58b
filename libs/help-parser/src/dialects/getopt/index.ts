import type { Dialect } from '../dialect';
import { parseTables } from '../generic/parse-generic-page';
import { detectGetopt } from './signs';

/** Programs of the GNU kind: getopt_long, argp, parse-options, and those that print like them. */
export const getopt: Dialect = {
  id: 'getopt',
  detect: detectGetopt,
  parse: (document, context) => parseTables(document, context, { usageFlags: true, usageCommands: true }),
};

import type { Dialect } from '../dialect';
import { parseGenericPage } from '../generic/parse-generic-page';
import { scoreSigns } from '../signs';
import { CITTY_SIGNS } from './signs';

/** Programs built with citty. */
export const citty: Dialect = {
  id: 'citty',
  detect: (document) => scoreSigns(document, CITTY_SIGNS),
  parse: parseGenericPage,
};

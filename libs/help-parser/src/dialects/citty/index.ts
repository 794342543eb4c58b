import type { Dialect } from '../dialect';
import { scoreSigns } from '../signs';
import { parseCittyPage } from './parse-citty-page';
import { CITTY_SIGNS } from './signs';

/** Programs built with citty, versions 0.1 and 0.2. */
export const citty: Dialect = {
  id: 'citty',
  detect: (document) => scoreSigns(document, CITTY_SIGNS),
  parse: parseCittyPage,
};

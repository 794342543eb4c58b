import type { Dialect } from '../dialect';
import { scoreSigns } from '../signs';
import { parseSadePage } from './parse-sade-page';
import { SADE_SIGNS } from './signs';

/** Programs built with sade. */
export const sade: Dialect = {
  id: 'sade',
  detect: (document) => scoreSigns(document, SADE_SIGNS),
  parse: parseSadePage,
};

import type { Dialect } from '../dialect';
import { scoreSigns } from '../signs';
import { parsePicocliPage } from './parse-picocli-page';
import { PICOCLI_SIGNS } from './signs';

/** Programs built with picocli for Java. */
export const picocli: Dialect = {
  id: 'picocli',
  detect: (document) => scoreSigns(document, PICOCLI_SIGNS),
  parse: parsePicocliPage,
};

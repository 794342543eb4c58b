import type { Dialect } from '../dialect';
import { parseGenericPage } from '../generic/parse-generic-page';
import { scoreSigns } from '../signs';
import { PICOCLI_SIGNS } from './signs';

/** Programs built with picocli. */
export const picocli: Dialect = {
  id: 'picocli',
  detect: (document) => scoreSigns(document, PICOCLI_SIGNS),
  parse: parseGenericPage,
};

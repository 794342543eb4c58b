import type { Dialect } from '../dialect';
import { parseGenericPage } from '../generic/parse-generic-page';
import { scoreSigns } from '../signs';
import { COMMANDER_SIGNS } from './signs';

/** Programs built with commander for Node, versions 2 to 14. */
export const commander: Dialect = {
  id: 'commander',
  detect: (document) => scoreSigns(document, COMMANDER_SIGNS),
  parse: parseGenericPage,
};

import type { Dialect } from '../dialect';
import { scoreSigns } from '../signs';
import { parseCommanderPage } from './parse-commander-page';
import { COMMANDER_SIGNS } from './signs';

/** Programs built with commander for Node, versions 2 to 15. */
export const commander: Dialect = {
  id: 'commander',
  detect: (document) => scoreSigns(document, COMMANDER_SIGNS),
  parse: parseCommanderPage,
};

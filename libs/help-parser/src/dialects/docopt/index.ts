import type { Dialect } from '../dialect';
import { parseGenericPage } from '../generic/parse-generic-page';
import { scoreSigns } from '../signs';
import { DOCOPT_SIGNS } from './signs';

/** Programs whose help text is itself the grammar of docopt. */
export const docopt: Dialect = {
  id: 'docopt',
  detect: (document) => scoreSigns(document, DOCOPT_SIGNS),
  parse: parseGenericPage,
};

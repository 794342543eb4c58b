import type { Dialect } from '../dialect';
import { scoreSigns } from '../signs';
import { parseManPageText } from './parse-man-page-text';
import { MAN_SIGNS } from './signs';

/** Programs that answer with a manual page, printed. */
export const man: Dialect = {
  id: 'man',
  detect: (document) => scoreSigns(document, MAN_SIGNS),
  parse: parseManPageText,
};

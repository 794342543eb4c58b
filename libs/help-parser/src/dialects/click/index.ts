import type { Dialect } from '../dialect';
import { parseGenericPage } from '../generic/parse-generic-page';
import { scoreSigns } from '../signs';
import { CLICK_SIGNS } from './signs';

/** Programs built with click or typer for Python. */
export const click: Dialect = {
  id: 'click',
  detect: (document) => scoreSigns(document, CLICK_SIGNS),
  parse: parseGenericPage,
};

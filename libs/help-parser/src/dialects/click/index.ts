import type { Dialect } from '../dialect';
import { scoreSigns } from '../signs';
import { parseClickPage } from './parse-click-page';
import { CLICK_SIGNS } from './signs';

/** Programs built with click for Python, or with what builds on it: typer, cloup, rich-click. */
export const click: Dialect = {
  id: 'click',
  detect: (document) => scoreSigns(document, CLICK_SIGNS),
  parse: parseClickPage,
};

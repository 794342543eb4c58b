import type { Dialect } from '../dialect';
import { parseDocoptPage } from './parse-docopt-page';
import { detectDocopt } from './signs';

/** Programs built with docopt, in whatever language: the usage lines of their help are their grammar. */
export const docopt: Dialect = { id: 'docopt', detect: detectDocopt, parse: parseDocoptPage };

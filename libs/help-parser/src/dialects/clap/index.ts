import type { Dialect } from '../dialect';
import { detectClap } from './detect-clap';
import { parseClapPage } from './parse-clap-page';

/** Programs built with clap 2, 3 or 4, and those that print like them. */
export const clap: Dialect = { id: 'clap', detect: detectClap, parse: parseClapPage };

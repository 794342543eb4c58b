import type { Dialect } from '../dialect';
import { parseGenericPage } from './parse-generic-page';

// Taken when no grammar is at least this sure.
const FALLBACK_SCORE = 0.45;

/** Any program that prints indented tables of flags and commands. */
export const generic: Dialect = { id: 'generic', detect: () => FALLBACK_SCORE, parse: parseGenericPage };

import type { Sign } from '../signs';

/** What tells the grammar from the others. */
export const ARGPARSE_SIGNS: readonly Sign[] = [
  { weight: 0.4, pattern: /^usage: /, atMargin: true },
  { weight: 0.6, pattern: /^-h, --help {2,}show this help message and exit/i },
  { weight: 0.4, pattern: /^(?:optional arguments|positional arguments):$/, atMargin: true },
];

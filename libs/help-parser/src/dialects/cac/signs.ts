import type { Sign } from '../signs';

/** What tells the grammar from the others. */
export const CAC_SIGNS: readonly Sign[] = [
  { weight: 0.5, pattern: /^For more info, run any command with the `--help` flag:$/, atMargin: true },
  { weight: 0.4, pattern: /^\$ \S+ (?:<command> )?\[options\]/ },
  { weight: 0.3, pattern: /^-h, --help {2,}Display this message/ },
];

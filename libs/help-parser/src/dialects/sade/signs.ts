import type { Sign } from '../signs';

/** What tells pages of sade from others. */
export const SADE_SIGNS: readonly Sign[] = [
  { weight: 0.6, pattern: /^For more info, run any command with the `--help` flag$/ },
  { weight: 0.5, pattern: /^-h, --help {2,}Displays this message$/ },
  { weight: 0.3, pattern: /^-v, --version {2,}Displays current version$/ },
];

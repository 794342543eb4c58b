import type { Sign } from '../signs';

/** What tells the grammar from the others. */
export const PICOCLI_SIGNS: readonly Sign[] = [
  { weight: 0.3, pattern: /^Usage: \S+ \[-/, atMargin: true },
  { weight: 0.3, pattern: /^-h, --help {2,}Show this help message and exit\./ },
  { weight: 0.3, pattern: /^-V, --version {2,}Print version information and exit\./ },
];

import type { Sign } from '../signs';

/** The help and version rows of picocli, and the ways in which only it writes options. */
export const PICOCLI_SIGNS: readonly Sign[] = [
  { weight: 0.4, pattern: /^(?:-h, )?--help {2,}Show this help message and exit\.$/ },
  { weight: 0.4, pattern: /^-V, --version {2,}Print version information and exit\.$/ },
  { weight: 0.3, pattern: /^Usage: \S.*\[-[A-Za-z]*[hV][A-Za-z]*\]/ },
  { weight: 0.2, pattern: /^Usage: \S.*\[-{1,2}[\w-]+=<[^<>]+>\]/ },
  { weight: 1, pattern: /^\[@<filename>\.\.\.\] {2,}\S/ },
  { weight: 0.2, pattern: /^\* +--?[\w-]+.* {2,}\S/ },
  { weight: 0.3, pattern: /^(?:-\w, )?--[\w-]+=<[^<>]+>(?: {1,}|$)/ },
];

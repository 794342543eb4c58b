import type { Sign } from '../signs';

/** What tells the grammar from the others. */
export const GETOPT_SIGNS: readonly Sign[] = [
  {
    weight: 0.4,
    pattern:
      /^(?:Mandatory arguments to long options are mandatory for short options too|Report (?:\S+ )?bugs to )/,
  },
  { weight: 0.4, pattern: /^--help {2,}(?:display|show|print|give) this help/i },
  { weight: 0.3, pattern: /^--version {2,}(?:output|display|show|print) /i },
  { weight: 0.3, pattern: /^Usage: \S+ .*\[OPTION\]\.\.\./, atMargin: true },
  { weight: 0.2, pattern: / --[\w-]+=[A-Z]/ },
];

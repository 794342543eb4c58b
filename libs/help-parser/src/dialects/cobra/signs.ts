import type { Sign } from '../signs';

/** What tells the grammar from the others. */
export const COBRA_SIGNS: readonly Sign[] = [
  { weight: 0.5, pattern: /^Available Commands:$/, atMargin: true },
  {
    weight: 0.4,
    pattern: /^Use \".+ \[command\] --help\" for more information about a command\.$/,
    atMargin: true,
  },
  { weight: 0.5, pattern: /^-h, --help {2,}help for \S+/ },
  { weight: 0.4, pattern: /^(?:Global )?Flags:$/, atMargin: true },
  { weight: 0.3, pattern: /^Usage:$/, atMargin: true },
];

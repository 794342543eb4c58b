import type { Sign } from '../signs';

/** What tells the grammar from the others. */
export const OCLIF_SIGNS: readonly Sign[] = [
  { weight: 0.4, pattern: /^USAGE$/, atMargin: true },
  { weight: 0.3, pattern: /^\$ \S/ },
  { weight: 0.3, pattern: /^(?:TOPICS|COMMANDS|FLAGS|ARGUMENTS|GLOBAL FLAGS)$/, atMargin: true },
];

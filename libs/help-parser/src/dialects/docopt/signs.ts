import type { Sign } from '../signs';

/** What tells the grammar from the others. */
export const DOCOPT_SIGNS: readonly Sign[] = [
  { weight: 0.3, pattern: /^(?:Usage|usage):$/, atMargin: true },
  { weight: 0.3, pattern: /\[default: [^\]]+\]/ },
];

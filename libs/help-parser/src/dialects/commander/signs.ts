import type { Sign } from '../signs';

/** What tells the grammar from the others. */
export const COMMANDER_SIGNS: readonly Sign[] = [
  { weight: 0.7, pattern: /^-h, --help {2,}(?:output usage information|display help for command)/ },
  { weight: 0.5, pattern: /^help \[(?:command|cmd)\](?: {2,}|$)/ },
  { weight: 0.2, pattern: /^Usage: \S.*\[options\]/, atMargin: true },
  { weight: -0.5, pattern: /\[(?:boolean|string|number|array|count)\]/ },
];

import type { Sign } from '../signs';

/** What tells the grammar from the others. */
export const CLICK_SIGNS: readonly Sign[] = [
  { weight: 0.5, pattern: /^--help {2,}Show this message and exit\.?/ },
  { weight: 0.3, pattern: /^Usage: .*\[OPTIONS\]/ },
  { weight: 0.5, pattern: /^[╭┌]─.*─[╮┐]$/u },
  { weight: 0.2, pattern: /--help.*Show this message and exit\./ },
];

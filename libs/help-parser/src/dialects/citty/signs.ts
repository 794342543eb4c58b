import type { Sign } from '../signs';

/** What tells the grammar from the others. */
export const CITTY_SIGNS: readonly Sign[] = [
  { weight: 0.5, pattern: /^USAGE `?[\w.-]+/ },
  { weight: 0.4, pattern: /^Use `?.+ <command> --help`? for more information about a command\.$/ },
  { weight: 0.3, pattern: /^(?:OPTIONS|ARGUMENTS|COMMANDS)$/ },
];

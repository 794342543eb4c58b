import type { Sign } from '../signs';

/** What tells the grammar from the others. */
export const YARGS_SIGNS: readonly Sign[] = [
  { weight: 0.6, pattern: / \[(?:boolean|string|number|array|count)\](?: |$)/ },
  { weight: 0.3, pattern: /^(?:-h, )?--help {2,}Show help(?: {2,}|$)/ },
  { weight: 0.3, pattern: /^(?:-v, )?--version {2,}Show version number/ },
  { weight: 0.2, pattern: /^(?:Options|Commands|Positionals):$/, atMargin: true },
  { weight: 0.2, pattern: /\[(?:default: |choices: |required\])/ },
];

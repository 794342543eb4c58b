import type { Sign } from '../signs';

/** What tells pages of yargs from others. */
export const YARGS_SIGNS: readonly Sign[] = [
  {
    weight: 0.6,
    pattern: /(?:^| )\[(?:boolean|string|number|array|count)\](?: \[(?:required\]|choices: |default: )|$)/,
  },
  { weight: 0.3, pattern: /^(?:-h, )?--help(?:, -h)? {2,}Show help(?: {2,}|$)/i },
  { weight: 0.3, pattern: /^(?:-v, )?--version(?:, -v)? {2,}Show version number/i },
  { weight: 0.2, pattern: /^(?:Options|Commands|Positionals):$/, atMargin: true },
  { weight: 0.2, pattern: /(?:^| )\[(?:default: .*|choices: .*|required|aliases: .*)\]$/ },
];

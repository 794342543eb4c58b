import type { Sign } from '../signs';

/** What tells pages of citty from others. */
export const CITTY_SIGNS: readonly Sign[] = [
  { weight: 0.6, pattern: /^USAGE `?[\w@./-]+/, atMargin: true },
  {
    weight: 0.4,
    pattern: /^Use `?.+ <command> --help`? for more information about a command\.$/,
    atMargin: true,
  },
  { weight: 0.2, pattern: /^(?:OPTIONS|ARGUMENTS|COMMANDS)$/, atMargin: true },
  { weight: 0.2, pattern: / \((?:[^()]+ )?v\d+\.\d+\.\d+\S*\)$/, atMargin: true },
];

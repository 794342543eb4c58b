import type { Sign } from '../signs';

/** What tells pages of oclif from others. */
export const OCLIF_SIGNS: readonly Sign[] = [
  { weight: 0.3, pattern: /^USAGE$/, atMargin: true },
  { weight: 0.4, pattern: /^\$ \S/ },
  {
    weight: 0.3,
    pattern:
      /^(?:TOPICS|COMMANDS|VERSION|DESCRIPTION|ARGUMENTS|ALIASES|(?:[A-Z]+ )*FLAGS|FLAG DESCRIPTIONS)$/,
    atMargin: true,
  },
  { weight: 0.3, pattern: /^(?:-\w, )?--(?:\[no-\])?[\w-]+=<\w+>/ },
];

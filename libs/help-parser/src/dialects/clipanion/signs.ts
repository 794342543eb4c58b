import type { Sign } from '../signs';

/** What tells pages of clipanion from others. */
export const CLIPANION_SIGNS: readonly Sign[] = [
  {
    weight: 0.5,
    pattern: /^You can also print more details about any of these commands by calling them/,
    atMargin: true,
  },
  { weight: 0.4, pattern: /^\$ \S+ <command>$/ },
  { weight: 0.2, pattern: /^-\w,--[\w-]+(?: #\d)*(?: {4,}|$)/ },
  { weight: 0.4, pattern: /^--[\w-]+ #0(?: {4,}|$)/ },
  { weight: 0.3, pattern: /^\$ \S+/, atMargin: true },
  { weight: 0.2, pattern: /^(?:━━━ )?(?:Usage|Options|Details|Examples)(?: ━+)?$/, atMargin: true },
];

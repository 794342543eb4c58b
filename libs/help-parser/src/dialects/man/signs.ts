import type { Sign } from '../signs';

/** The headings of a manual page as it is printed, in the order of their weight; other libraries write a colon. */
export const MAN_SIGNS: readonly Sign[] = [
  { weight: 0.4, pattern: /^NAME$/, atMargin: true },
  { weight: 0.3, pattern: /^SYNOPSIS$/, atMargin: true },
  { weight: 0.1, pattern: /^DESCRIPTION$/, atMargin: true },
  { weight: -0.5, pattern: /^usage:/i, atMargin: true },
];

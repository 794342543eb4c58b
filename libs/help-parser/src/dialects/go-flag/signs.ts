import type { Sign } from '../signs';

/** What tells the grammar from the others. */
export const GO_FLAG_SIGNS: readonly Sign[] = [
  { weight: 0.6, pattern: /^Usage of .+:$/, atMargin: true },
  { weight: 0.3, pattern: /^-[\w.-]{2,}(?: (?:string|int|uint|float|duration|value))?$/ },
];

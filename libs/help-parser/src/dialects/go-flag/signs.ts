import type { Sign } from '../signs';

/** The heading of package flag's own usage function, and rows as `PrintDefaults` writes them: one dash, then the type's name. */
export const GO_FLAG_SIGNS: readonly Sign[] = [
  { weight: 0.6, pattern: /^Usage of [^:]+:/, atMargin: true },
  { weight: 0.5, pattern: /^-[\w.-]{2,} (?:string|int|uint|float|duration|value)$/ },
  { weight: 0.1, pattern: /^-[\w.-]{2,}$/ },
  { weight: -0.5, pattern: /^(?:-\w, )?--\w/ },
];

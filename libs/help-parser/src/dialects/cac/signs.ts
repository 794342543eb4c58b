import type { Sign } from '../signs';

/** What tells pages of cac from others. */
export const CAC_SIGNS: readonly Sign[] = [
  { weight: 0.6, pattern: /^For more info, run any command with the `--help` flag:$/, atMargin: true },
  { weight: 0.4, pattern: /^-h, --help {2,}Display this message/ },
  { weight: 0.3, pattern: /^-v, --version {2,}Display version number/ },
  { weight: 0.2, pattern: /^[\w@./-]+\/v?\d+\.\d+\.\d+\S*$/, atMargin: true },
  { weight: 0.1, pattern: /^\$ \S+/ },
  { weight: 0.1, pattern: /^(?:Usage|Options|Commands):$/, atMargin: true },
];

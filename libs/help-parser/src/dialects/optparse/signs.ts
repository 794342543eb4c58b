import type { Sign } from '../signs';

/** The labels and sentences of optparse, which differ from argparse's by their capitals and by `=`. */
export const OPTPARSE_SIGNS: readonly Sign[] = [
  { weight: 0.2, pattern: /^(?:Usage: \S.*\[options\]|Usage$)/, atMargin: true },
  { weight: 0.2, pattern: /^Options:?$/, atMargin: true },
  { weight: 0.1, pattern: /^=+$/, atMargin: true },
  { weight: 0.3, pattern: /^(?:-h, --help|--help, -h) {2,}[Ss]how this help message and exit$/ },
  { weight: 0.3, pattern: /^--version {2,}show program's version number and exit$/ },
  // The value stands behind every spelling, behind a long one with `=`.
  { weight: 0.4, pattern: /^-\w ([A-Z][A-Z_]*), --[\w-]+=\1(?: |$)/ },
  { weight: 0.4, pattern: /^--[\w-]+=([A-Z][A-Z_]*), -\w \1(?: |$)/ },
  // Others that write values so describe the help flag in other words.
  { weight: -0.4, pattern: /^-h, --help {2,}(?!show this help message)/i },
];

import type { Sign } from '../signs';

/** The usage line, headings and sentences of argparse itself, over Python 2.7 to 3.14. */
export const ARGPARSE_SIGNS: readonly Sign[] = [
  { weight: 0.2, pattern: /^usage: \S/, atMargin: true },
  { weight: 0.1, pattern: /^usage:$/, atMargin: true },
  { weight: 0.3, pattern: /^(?:usage: .*|\[.*)?\[-h\]/ },
  { weight: 0.4, pattern: /^(?:-h, --help {2,})?show this help message and exit$/ },
  { weight: 0.4, pattern: /^(?:optional arguments|[Pp]ositional arguments):$/, atMargin: true },
  { weight: 0.2, pattern: /^options:$/, atMargin: true },
  // Before Python 3.13 the value stands behind every spelling.
  { weight: 0.3, pattern: /^-\w ([A-Z_]+|\{[^\s{}]+\}), --[\w-]+ \1(?: |$)/ },
];

import { isBlank } from '../../text/line';
import type { HelpDocument } from '../dialect';
import { clamp, type Sign, sumSigns } from '../signs';

// Labels and sentences that differ from argparse's by their capitals and by `=`.
const SIGNS: readonly Sign[] = [
  { weight: 0.2, pattern: /^(?:Usage: \S.*\[(?:options|OPTIONS)\]|Usage$)/, atMargin: true },
  { weight: 0.2, pattern: /^Options:?$/, atMargin: true },
  { weight: 0.1, pattern: /^=+$/, atMargin: true },
  { weight: 0.3, pattern: /^(?:-h, --help|--help, -h) {2,}[Ss]how this help message and exit$/ },
  { weight: 0.3, pattern: /^--version {2,}show program's version number and exit$/ },
  // The value stands behind every spelling, behind a long one with `=`.
  { weight: 0.4, pattern: /^-\w ([A-Z][A-Z_]*), --[\w-]+=\1(?: |$)/ },
  { weight: 0.4, pattern: /^--[\w-]+=([A-Z][A-Z_]*), -\w \1(?: |$)/ },
  // Others that write values so describe the help flag in other words.
  { weight: -0.4, pattern: /^-h, --help {2,}(?!show this help message)\S/i },
];
const NESTED_WEIGHT = 0.9;

/** How much a page looks like one of optparse; only its groups stand inside the section of all options. */
export function detectOptparse(document: HelpDocument): number {
  return clamp((hasNestedGroup(document) ? NESTED_WEIGHT : 0) + sumSigns(document, SIGNS));
}

function hasNestedGroup({ lines }: HelpDocument): boolean {
  const heading = lines.findIndex((line) => line.indent === 0 && line.text === 'Options:');
  const first = heading < 0 ? undefined : lines.slice(heading + 1).find((line) => !isBlank(line));
  return first !== undefined && first.indent > 0 && /^\p{Lu}[^:]*:$/u.test(first.text);
}

import type { HelpDocument } from '../dialect';
import { clamp, type Sign, sumSigns } from '../signs';

// What clap's own templates and texts print, over versions 2 to 4, and what only other libraries print.
const LINE_SIGNS: readonly Sign[] = [
  { weight: 0.5, pattern: /^-h, --help(?:\s+|$)(?:Prints? (?:this )?help|.*\(see (?:a summary|more) with)/ },
  { weight: 0.5, pattern: /^help\s+Prints? this message or the help of the given subcommand/ },
  { weight: 0.3, pattern: /^Prints? help(?: information)?(?: \((?:see|use) .*)?\.?$/ },
  { weight: 0.3, pattern: /\[(?:possible values|env|aliases|short aliases): / },
  { weight: 0.3, pattern: /^Possible values:$/ },
  { weight: 0.2, pattern: /^--?[\w-]+(?:, --[\w-]+)?(?:\[?=| \[?)<[^<>]+>/ },
  { weight: 0.2, pattern: /^--?[\w-]+(?:, --[\w-]+)?\[=[A-Z_]+(?:\.\.\.)?\]/ },
  // Long flags with one dash, which clap has none of; values without brackets, and other libraries' words for the help flag.
  { weight: -0.7, pattern: /^(?:-\w,? )?--[\w-]+(?: [A-Za-z][\w-]*|=[A-Z][\w-]*) {2,}/ },
  { weight: -0.4, pattern: /^-[A-Za-z][\w-]+(?:=\S*)?(?: {2,}|$)/ },
  { weight: -0.6, pattern: /\[(?:boolean|string|number|array|count)\]/ },
  { weight: -0.4, pattern: /^-h, --help {2,}(?!Print)\S/ },
  {
    weight: -0.6,
    pattern: /show this (?:help )?message and exit|display help for command|help for [\w-]+$/i,
  },
  { weight: -0.5, pattern: /^(?:Usage|Global Flags):$/, atMargin: true },
  { weight: -0.6, pattern: /^(?:Available Commands|optional arguments|positional arguments):$/ },
];
const USAGE_WEIGHT = 0.3;
const HEADING_WEIGHT = 0.2;
const USAGE_LABEL = /^(?:Usage: \S|USAGE:$)/;
const USAGE_PLACES = /\[(?:OPTIONS|FLAGS)\]|[<[](?:SUB)?COMMAND[>\]]/;
const HEADING = /^(?:Options|Commands|Arguments|Flags|USAGE|OPTIONS|FLAGS|ARGS|SUBCOMMANDS):$/;

/** How much a page looks like one of clap: its usage placeholders, headings, fixed sentences and ways to write values. */
export function detectClap(document: HelpDocument): number {
  const usage = hasClapUsage(document) ? USAGE_WEIGHT : 0;
  const hasHeading = document.lines.some((line) => line.indent === 0 && HEADING.test(line.text));
  return clamp(usage + sumSigns(document, LINE_SIGNS) + (hasHeading ? HEADING_WEIGHT : -HEADING_WEIGHT));
}

function hasClapUsage({ usage, lines }: HelpDocument): boolean {
  return (
    usage !== undefined &&
    USAGE_LABEL.test(lines[usage.start]?.text ?? '') &&
    usage.forms.some((form) => USAGE_PLACES.test(form))
  );
}

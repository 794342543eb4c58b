import type { Line } from '../../text/line';
import type { HelpDocument } from '../dialect';
import { clamp, type Sign, sumSigns } from '../signs';

/** What programs say that read their options with getopt_long, argp or the like, and what only other libraries say. */
const SIGNS: readonly Sign[] = [
  {
    weight: 0.5,
    pattern:
      /^Mandatory (?:or optional )?arguments to long options are (?:also )?mandatory|^(?:GNU coreutils online|Full documentation <)|^For more details see [\w.-]+\(\d\)/,
  },
  {
    weight: 0.4,
    pattern:
      /^(?:Please )?[Rr]eport (?:any )?(?:translation )?bugs? (?:to|in|at)\b|^For bug reporting instructions/,
  },
  {
    weight: 0.4,
    pattern:
      /^(?:-[\w?](?:\|-[\w?])*,? {1,8})?--help {2,}(?:[Dd]isplay|[Ss]how|[Pp]rint|[Gg]ive|[Oo]utput) (?:this )?(?:help|information|usage)(?! message)/,
  },
  { weight: 0.2, pattern: /^(?:-\w,? {1,4})?--help {2,}display this help message and exit$/ },
  {
    weight: 0.3,
    pattern:
      /^(?:-[\w?](?:\|-\w)*,? {1,8})?--version {2,}(?:[Oo]utput|[Dd]isplay|[Ss]how|[Pp]rint) (?:the |this |package |program )?(?:version|program)/,
  },
  { weight: 0.3, pattern: /^[Uu]sage: .*(?:\[OPTIONS?\]?\.\.\.|\[(?:OPTION|options?|option\(s\))\](?: |$))/ },
  { weight: 0.4, pattern: /^usage: \S.* \[<options>\]/ },
  { weight: 0.3, pattern: /^or: +\S/ },
  { weight: 0.2, pattern: /^(?:-[\w?], {1,5})?--[\w-]+(?:\[?=<?[A-Za-z])/ },
  { weight: 0.1, pattern: /^-\w,? --[\w-]+(?: {2,}[a-z]|$)/ },
  { weight: 0.1, pattern: /^--\[no-\]\w/ },
  {
    weight: -0.5,
    pattern:
      /show this (?:help )?message and exit|help for [\w-]+$|\[(?:boolean|string|number|array|count)\]/i,
  },
  {
    weight: -0.5,
    pattern: /^(?:Available Commands|optional arguments|positional arguments):$/,
    atMargin: true,
  },
  {
    weight: -0.3,
    pattern: /^-h, --help {2,}(?:Print help|display help for command|output usage information)/,
  },
  { weight: -0.3, pattern: /\[OPTIONS\] (?:<COMMAND>|COMMAND \[ARGS\])/ },
  // kong for Go.
  { weight: -0.5, pattern: /^-h, --help {2,}Show context-sensitive help\b/ },
];
const PARSE_OPTIONS_WEIGHT = 0.5;
const ROW_COLUMN = 4;
const DESCRIPTION_COLUMN = 26;

/** How much a page looks like one of getopt_long's kind. */
export function detectGetopt(document: HelpDocument): number {
  return clamp((isOfParseOptions(document) ? PARSE_OPTIONS_WEIGHT : 0) + sumSigns(document, SIGNS));
}

// The parser of git pads what it prints to fixed columns, beside the row or, where that is too long, below it.
function isOfParseOptions({ lines, usage }: HelpDocument): boolean {
  if (usage === undefined || !/^usage: \S/.test(lines[usage.start]?.text ?? '')) return false;
  const behind = lines.slice(usage.end);
  const rows = behind.filter((line) => line.indent > 0 && line.text.startsWith('-'));
  const columns = rows.flatMap(descriptionColumn);
  return (
    rows.every((row) => row.indent === ROW_COLUMN) &&
    columns.every((column) => column === DESCRIPTION_COLUMN) &&
    (columns.length > 0 || (rows.length > 0 && behind.some((line) => line.indent === DESCRIPTION_COLUMN)))
  );
}

function descriptionColumn({ indent, text }: Line): number[] {
  const gap = /\S {2,}(?=\S)/.exec(text);
  return gap === null ? [] : [indent + gap.index + gap[0].length];
}

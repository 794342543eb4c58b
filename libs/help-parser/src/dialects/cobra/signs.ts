import type { HelpDocument } from '../dialect';
import { clamp, type Sign, sumSigns } from '../signs';

const TYPES =
  'string|strings|stringArray|stringSlice|stringToString|int|ints|int32|int64|uint|uint16|uint32|uint64|uints|float|float32|float64|duration|ip|ipNet|bytesHex|count';

/** What cobra's and pflag's templates print, in their stock form and in those of large programs. */
const SIGNS: readonly Sign[] = [
  { weight: 0.5, pattern: /^(?:Available|Additional) Commands:$/, atMargin: true },
  {
    weight: 0.5,
    pattern:
      /^(?:Use|Run) ['"`].+ (?:\[command\]|<command>(?: <subcommand>)?|COMMAND) --help['"`] for more information (?:about|on) a (?:given )?command\.?$/i,
  },
  {
    weight: 0.5,
    pattern:
      /^-h, --help(?:\[=false\])? {2,}(?:help for [\w-]+|[Hh]elp for this command|Print usage|Show help for command)$/,
  },
  { weight: 0.4, pattern: /^(?:Global )?Flags:$/, atMargin: true },
  { weight: 0.6, pattern: /^(?:INHERITED FLAGS|CORE COMMANDS|LEARN MORE)$/, atMargin: true },
  { weight: 0.2, pattern: /^Usage:$/, atMargin: true },
  { weight: 0.5, pattern: /^Usage: {2}\S/, atMargin: true },
  { weight: 0.3, pattern: new RegExp(String.raw`^(?:-\w, )?--[\w.-]+ (?:${TYPES})(?: {2,}|$)`) },
  { weight: 0.3, pattern: /^(?:-\w, )?--[\w.-]+=(?:false|true|''|""|\[\]|\d+\w?|'[^']*'|"[^"]*"):(?: |$)/ },
  {
    weight: 0.3,
    pattern: /^(?:-\w, )?--[\w.-]+(?:\[=(?:false|true)\]|=(?:""|\[\]|"[^"]*"|false|true)) {2,}/,
  },
  {
    weight: 0.4,
    pattern: /^Use "\S+ options" for a list of global command-line options \(applies to all commands\)\.$/,
  },
  {
    weight: -0.5,
    pattern:
      /show this (?:help )?message and exit|display help for command|\[(?:boolean|string|number|array|count)\]/i,
  },
  // kong and kingpin for Go, and brocli for JavaScript, which copies the template.
  { weight: -1, pattern: /^-h, --help {2,}Show context-sensitive help\b/ },
  { weight: -1, pattern: /^Global flags:$/, atMargin: true },
];
const LIST = /^Available Commands:$/;
const LIST_END = /^(?:Use|Run) ['"`].+--help['"`]|^help(?: {2,}|$)/;
const OPEN_LIST_WEIGHT = -1.2;

/** How much a page looks like one of cobra, which lists `help` among the commands, or says below them how to ask for more. */
export function detectCobra(document: HelpDocument): number {
  const has = (pattern: RegExp): boolean => document.lines.some((line) => pattern.test(line.text));
  return clamp((has(LIST) && !has(LIST_END) ? OPEN_LIST_WEIGHT : 0) + sumSigns(document, SIGNS));
}

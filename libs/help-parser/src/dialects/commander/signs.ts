import type { Sign } from '../signs';

/** What tells commander's pages from others. */
export const COMMANDER_SIGNS: readonly Sign[] = [
  { weight: 0.7, pattern: /^-h, --help {2,}(?:output usage information|display help for command)/i },
  { weight: 0.4, pattern: /^-V, --version {2,}output the version number/ },
  { weight: 0.5, pattern: /^help \[(?:command|cmd)\](?: {2,}|$)/ },
  // As the library itself puts it together; other programs write something like it by hand.
  {
    weight: 0.3,
    pattern: /^Usage: [\w@.:|/-]+(?: [\w@.:|/-]+)* \[options\](?: (?:<[^\s<>]+>|\[[^\s[\]]+\]))*$/,
  },
  { weight: 0.1, pattern: /^(?:Options|Commands|Arguments|Global Options):$/ },
  { weight: 0.1, pattern: /^-\w, --[\w-]+(?: [<[]\S+[>\]])? {2,}\S/ },
  { weight: 0.2, pattern: /\((?:choices: "|default: (?:["[{]|\d|true|false)|env: [A-Z]).*\)$/ },
  { weight: 0.3, pattern: /^[\w:-]+(?:\|[\w:-]+)? \[options\](?: [<[]\S+[>\]])*(?: {2,}|$)/ },
  { weight: -0.6, pattern: /\[(?:boolean|string|number|array|count)\]/ },
  { weight: -0.5, pattern: /^-h, --help {2,}(?:Prints? (?:this )?help|show this help message and exit)/i },
];

import { bracedChoices } from './invocation';

/** What the usage line of argparse tells, which names every option and argument that is not hidden. */
export interface ArgparseUsage {
  /** Whether a word stands in it by itself, whatever brackets surround it. */
  mentions(word: string): boolean;
  /** How an argument is used; undefined when the usage does not name it. */
  argument(name: string): ArgumentUse | undefined;
  /** The word or the `{a,b}` before the `...` that takes a subcommand and its arguments, or everything that is left. */
  readonly rest: string | undefined;
  /** Whether there is a `...` outside all brackets. */
  readonly takesRest: boolean;
  /** The members of the last `{a,b}` before `...`. */
  readonly choices: readonly string[];
}

/** Whether an argument must be given, and whether it may be given more than once. */
export interface ArgumentUse {
  readonly required: boolean;
  readonly variadic: boolean;
}

const BRACKETS = /[[\]()|]+/;
const REST = /(?:^|\s)(\{[^{}]*\}|[^\s[\](){}|]+) \.\.\.(?=\s|$)/;
/** What a page tells that has no usage line. */
export const NO_USAGE: ArgparseUsage = {
  mentions: () => false,
  argument: () => undefined,
  rest: undefined,
  takesRest: false,
  choices: [],
};

/** Reads usage lines, wrapped ones put back into one; the words of the command path do not count. */
export function readArgparseUsage(forms: readonly string[], path: readonly string[]): ArgparseUsage {
  if (forms.length === 0) return NO_USAGE;
  const text = behindPath(forms.join(' ').split(/\s+/), path);
  const words = new Set(text.split(' ').flatMap((word) => [word, ...word.split(BRACKETS)]));
  const outside = withoutGroups(text);
  const rest = REST.exec(outside)?.[1];
  return {
    mentions: (word) => words.has(word) || (word.includes(' ') && text.includes(word)),
    argument: (name) => argumentUse(name, text, outside.split(' ')),
    rest,
    takesRest: outside.split(' ').includes('...'),
    choices: (rest === undefined ? undefined : bracedChoices(rest)) ?? [],
  };
}

// A program that writes its own usage line may write a name in capitals there.
function argumentUse(name: string, text: string, outside: readonly string[]): ArgumentUse | undefined {
  const used = text.includes(name) ? name : name.toUpperCase();
  if (!text.includes(used)) return undefined;
  const at = outside.lastIndexOf(withoutGroups(used));
  const required = at >= 0 && !(outside[at - 1] ?? '').startsWith('-');
  return { required, variadic: text.includes(`[${used} ...]`) || text.includes(`${used}...`) };
}

// Parents' arguments may stand between the words of the path.
function behindPath(words: readonly string[], path: readonly string[]): string {
  let end = 1;
  for (const token of path) {
    const at = words.indexOf(token, end);
    if (at >= 0) end = at + 1;
  }
  return words.slice(end).join(' ');
}

// What stands outside all brackets.
function withoutGroups(text: string): string {
  const kept: string[] = [];
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '(') depth++;
    else if (character === ']' || character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) kept.push(character);
  }
  return kept.join('').replaceAll(/\s+/g, ' ').trim();
}

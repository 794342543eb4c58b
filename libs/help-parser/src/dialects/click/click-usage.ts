import type { SnapshotArg } from '@fixpoint/surface-formats';
import { topLevelWords } from '../argparse/invocation';

const OPTIONS_PLACE = /^(?:\[(?:\S+ )?options?\]|<options?>|\[OPTIONS\])$/i;
const REST = /^\[?(?:ARGS|COMMAND2)\b.*\]\.\.\.$/;
const DOTS = /(?: ?\.\.\.)$/;

/**
 * The arguments of a usage line whose program and path have been taken off: `SRC`, `[DST]`, `FILES...`, `[FILES]...`,
 * `{a|b}`. The place of a subcommand, with its `[ARGS]...`, is none.
 */
export function readClickUsage(rest: string, hasCommands: boolean): SnapshotArg[] {
  const words = joinDots(topLevelWords(rest)).filter((word) => !OPTIONS_PLACE.test(word));
  const end = words.findIndex((word) => REST.test(word));
  const own = hasCommands ? words.slice(0, end > 0 ? end - 1 : -1) : words;
  return own.filter((word) => !/^[[<({]*-/.test(word)).map(toArg);
}

// Some programs write `SRC ...`.
function joinDots(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    if (word === '...' && joined.length > 0) joined.push(`${joined.pop()}...`);
    else joined.push(word);
  }
  return joined;
}

function toArg(word: string): SnapshotArg {
  const bare = word.replace(DOTS, '');
  const isOptional = bare.startsWith('[') && bare.endsWith(']');
  const inner = isOptional ? bare.slice(1, -1) : bare;
  const choices = readChoices(inner);
  return {
    name: inner.replace(DOTS, '').replace(/^<([^<>]*)>$/, '$1'),
    required: !isOptional,
    variadic: bare !== word || DOTS.test(inner),
    ...(choices !== undefined && { choices }),
  };
}

/** The members of `[a|b]` and `{a|b}`. */
export function readChoices(text: string): string[] | undefined {
  const match = /^[[{]([^[\]{}]*)[\]}]$/.exec(text);
  const inner = match?.[1] ?? '';
  const isFormat = inner.includes('%');
  return match === null || isFormat || (!inner.includes('|') && !text.startsWith('{'))
    ? undefined
    : inner.split('|');
}

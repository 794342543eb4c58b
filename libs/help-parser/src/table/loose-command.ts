import type { CommandNames } from './command-names';
import { matchAt } from '../text/match-at';

const TOKEN = String.raw`[\p{L}\p{N}][\p{L}\p{N}_.:+@/-]*`;
const NAMES = new RegExp(String.raw`(${TOKEN}(?:(?:, |\||/| \| )${TOKEN})*)(?=:?(?:$| ))`, 'uy');
// What a command takes, shown behind its name: `[PATTERN...]`, `<file>`, `PATH`, `...`.
const ARGUMENT =
  / (?:[<[{(][^\n]*?[>\]})]+(?:\.\.\.)?(?=$| )|[A-Z][A-Z0-9_|.:/=@[\]-]*(?=$| )|\.\.\.|--?[\w-]+(?:=\S+)?(?=$| ))/y;
const WORD = new RegExp(String.raw` ${TOKEN}(?=:?(?:$| {2}| [<[{A-Z]))`, 'uy');
const MOST_ARGUMENTS = 12;
const MOST_WORDS = 3;

/** A row of a command table as programs write it by hand. */
export interface LooseCommand extends CommandNames {
  /** Further words of a command that is more than one level below the page: `alarm disarm`. */
  readonly words: readonly string[];
}

/**
 * Reads a row that begins with a command and what it takes: `name, alias [ARG...]  text`, `name:  text`, `a b  text`. Names
 * of the program and of the path to the page may come first.
 */
export function readLooseCommand(row: string, lead: readonly string[]): LooseCommand | undefined {
  const text = withoutLead(row, lead);
  const names = matchAt(NAMES, text, 0);
  if (names === null) return undefined;
  // A token may hold colons, but the last one parts it from its description.
  let at = names[0].replace(/:$/, '').length;
  const words: string[] = [];
  for (
    let word = matchAt(WORD, text, at);
    word !== null && words.length < MOST_WORDS;
    word = matchAt(WORD, text, at)
  ) {
    words.push(word[0].trim());
    at += word[0].length;
  }
  const end = behindArguments(text, at);
  const rest = /^(?::?$|:? {2,}(.*)$|: (.*)$|(?: -| :) (.*)$)/.exec(text.slice(end));
  if (rest === null) return undefined;
  const all = (names[1] as string).split(/, | ?\| ?|\//).map((name) => name.replace(/:$/, ''));
  return { names: all, words, rest: (rest[1] ?? rest[2] ?? rest[3] ?? '').replace(/^- /, '') };
}

function behindArguments(text: string, from: number): number {
  let at = from;
  for (let count = 0; count < MOST_ARGUMENTS; count++) {
    const argument = matchAt(ARGUMENT, text, at);
    if (argument === null || argument[0] === '') return at;
    at += argument[0].length;
  }
  return at;
}

function withoutLead(row: string, lead: readonly string[]): string {
  let text = row.replace(/^\$ /, '');
  for (const word of lead) if (text.startsWith(`${word} `)) text = text.slice(word.length + 1);
  return text;
}

import type { CommandNames } from './command-names';
import { matchAt } from '../text/match-at';

const TOKEN = String.raw`[\p{L}\p{N}][\p{L}\p{N}_.:+@-]{0,80}`;
const NAME = new RegExp(TOKEN, 'uy');
const BETWEEN_NAMES = /(?:, |\||\/| \| )/y;
const BEHIND_NAMES = /:?(?=$| )/y;
const MOST_NAMES = 16;
// What a command takes, shown behind its name: `[PATTERN...]`, `<file>`, `PATH`, `...`.
const ARGUMENT =
  / (?:[<[{(][^\n]{0,120}?[>\]})]{1,4}(?:\.\.\.)?(?=$| )|[A-Z][A-Z0-9_|.:/=@[\]-]*(?=$| )|\.\.\.|--?[\w-]+(?:=\S+)?(?=$| ))/y;
const WORD = new RegExp(String.raw` ${TOKEN}(?=:?(?:$| {2}| [<[{A-Z]))`, 'uy');
// A word in capitals stands for a command.
const PLACEHOLDER = /^[A-Z]{3,}$/;
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
  const { names, end: behindNames } = readNames(text);
  if (names.length === 0 || PLACEHOLDER.test(names[0] as string)) return undefined;
  let at = behindNames;
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
  return { names, words, rest: (rest[1] ?? rest[2] ?? rest[3] ?? '').replace(/^- /, '') };
}

function readNames(text: string): { names: string[]; end: number } {
  const names: string[] = [];
  let at = 0;
  for (
    let name = matchAt(NAME, text, at);
    name !== null && names.length < MOST_NAMES;
    name = matchAt(NAME, text, at)
  ) {
    names.push(name[0].replace(/:$/, ''));
    at += name[0].length;
    const between = matchAt(BETWEEN_NAMES, text, at);
    if (between === null) break;
    at += between[0].length;
  }
  if (matchAt(BEHIND_NAMES, text, at) === null) return { names: [], end: 0 };
  // A token may hold colons, but the last one parts it from its description.
  return { names, end: text[at - 1] === ':' ? at - 1 : at };
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

const LIST = new RegExp(String.raw`^${TOKEN}(?:, ${TOKEN})*,?$`, 'u');

/** The names of a table that is nothing but a list, `access, add, audit,` over several lines; none when it is something else. */
export function readCommandList(texts: readonly string[]): string[] {
  const isList = texts.every((text) => LIST.test(text)) && texts.some((text) => text.includes(', '));
  return isList
    ? texts.flatMap((text) => text.split(',').map((name) => name.trim())).filter((name) => name !== '')
    : [];
}

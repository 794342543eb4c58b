import type { CompletionWord } from './completion-words';

const DIRECTIVE = /^:(\d+)$/;
const ACTIVE_HELP = '_activeHelp_ ';
const ERROR_BIT = 1;

/**
 * Reads what a program of the Go library cobra answers to `__complete`: a line per offer, a description after a tab, and a
 * last line `:<directive>`. Lines of active help are prose for the user. Undefined when it is no such answer, or when its
 * directive says that completing failed.
 */
export function parseCobraAnswer(text: string): CompletionWord[] | undefined {
  const lines = text.replace(/\n+$/, '').split('\n');
  const directive = DIRECTIVE.exec(lines.at(-1) ?? '')?.[1];
  if (directive === undefined || (Number(directive) & ERROR_BIT) !== 0) return undefined;
  return lines
    .slice(0, -1)
    .filter((line) => line !== '' && !line.startsWith(ACTIVE_HELP))
    .map((line) => {
      const [word = '', ...description] = line.split('\t');
      return description.length === 0 ? { word } : { word, description: description.join('\t') };
    });
}

const CLICK_TYPE = /^(?:plain|dir|file|nosort),/;

/** Reads an answer of one bare word per line. Click puts a type in front of each, which is no part of the word. */
export function parseWordLines(text: string): CompletionWord[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(CLICK_TYPE, ''))
    .filter((line) => line !== '' && !/\s/.test(line))
    .map((word) => ({ word }));
}

/** Reads an answer of yargs, which offers a one-letter spelling with two dashes where it should have one. */
export function parseYargsAnswer(text: string): CompletionWord[] {
  return parseWordLines(text).map(({ word }) => ({ word: word.replace(/^--([A-Za-z])$/, '-$1') }));
}

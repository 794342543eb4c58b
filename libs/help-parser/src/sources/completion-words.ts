import { withoutAbsent } from '@fixpoint/surface-formats';
import type { SourceFlag } from './source-surface';

/** One offer of a shell completion. */
export interface CompletionWord {
  readonly word: string;
  readonly description?: string;
}

const FLAG = /^--?[^-\s=][^\s=]*=?$/;

/** The offers that are flags, one entry for each flag. */
export function completionFlags(words: readonly CompletionWord[]): SourceFlag[] {
  const flags: SourceFlag[] = [];
  for (const offer of words.filter(({ word }) => FLAG.test(word))) {
    const previous = flags.at(-1);
    if (previous !== undefined && isShortOf(offer, previous)) {
      flags[flags.length - 1] = { ...previous, names: [...previous.names, offer.word] };
    } else {
      flags.push(toFlag(offer));
    }
  }
  return joinNegations(flags);
}

/** The offers that are no flags. */
export function completionNames(words: readonly CompletionWord[]): string[] {
  return words.map(({ word }) => word).filter((word) => !word.startsWith('-'));
}

function toFlag({ word, description }: CompletionWord): SourceFlag {
  // A long spelling that is offered with its equals sign waits for a value; without the sign nothing is said.
  const waits = word.endsWith('=');
  return withoutAbsent({
    names: [waits ? word.slice(0, -1) : word],
    takesValue: waits ? true : undefined,
    description,
  });
}

// A short spelling is offered right after the long one, with the same words.
function isShortOf({ word, description }: CompletionWord, previous: SourceFlag): boolean {
  return (
    /^-[^-]$/.test(word) &&
    previous.names.length === 1 &&
    previous.names[0]?.startsWith('--') === true &&
    description !== undefined &&
    description === previous.description
  );
}

// `--no-color` beside `--color` is another spelling of it and no flag of its own.
function joinNegations(flags: readonly SourceFlag[]): SourceFlag[] {
  const names = new Set(flags.flatMap((flag) => flag.names));
  const isNegation = (name: string): boolean => /^--no-./.test(name) && names.has(`--${name.slice(5)}`);
  return flags
    .filter((flag) => !flag.names.every(isNegation))
    .map((flag) => {
      const negations = flag.names.map((name) => `--no-${name.slice(2)}`).filter((name) => names.has(name));
      return negations.length === 0 ? flag : { ...flag, names: [...new Set([...flag.names, ...negations])] };
    });
}

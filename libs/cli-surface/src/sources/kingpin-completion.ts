import { parseWordLines } from '@fixpoint/help-parser';
import type { SourceKind } from './source';
import { wordSource } from './word-source';

/** The completion flag of the Go library kingpin: `--completion-bash <path> <word>`. */
export const kingpinCompletion: SourceKind<'kingpin-completion'> = {
  kind: 'kingpin-completion',
  evidence: 'completion',
  overrides: false,
  listsInherited: true,
  guessesCommands: true,
  open: ({ session, config }) =>
    wordSource({
      complete: (path, last) => session.call([config.flag, ...path, last]),
      parse: parseWordLines,
      flagStart: '--',
    }),
};

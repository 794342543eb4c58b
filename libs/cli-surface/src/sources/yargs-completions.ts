import { parseYargsAnswer } from '@fixpoint/help-parser';
import { programName } from './program-name';
import type { SourceKind } from './source';
import { wordSource } from './word-source';

/** The completion flag of yargs: `--get-yargs-completions <program> <path> <word>`. */
export const yargsCompletions: SourceKind<'yargs-completions'> = {
  kind: 'yargs-completions',
  evidence: 'completion',
  overrides: false,
  listsInherited: true,
  guessesCommands: true,
  open: ({ session, config }) =>
    wordSource({
      complete: (path, last) => session.call([config.flag, programName(session), ...path, last]),
      parse: parseYargsAnswer,
      flagStart: '-',
    }),
};

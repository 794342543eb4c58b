import { parseWordLines } from '@fixpoint/help-parser';
import type { SourceKind } from './source';
import { wordSource } from './word-source';

/** The completion flag of the Go library urfave/cli, which comes last: `<path> <word> --generate-bash-completion`. */
export const urfaveCompletion: SourceKind<'urfave-completion'> = {
  kind: 'urfave-completion',
  evidence: 'completion',
  overrides: false,
  listsInherited: false,
  guessesCommands: true,
  open: ({ session, config }) =>
    wordSource({
      complete: (path, last) => session.call([...path, ...(last === '' ? [] : [last]), config.flag]),
      parse: parseWordLines,
      flagStart: '-',
    }),
};

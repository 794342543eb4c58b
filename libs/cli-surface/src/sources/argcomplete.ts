import { parseWordLines } from '@fixpoint/help-parser';
import { programName } from './program-name';
import type { SourceKind } from './source';
import { wordSource } from './word-source';

/** The completion protocol of argcomplete: the command line stands in the environment, the answer in a file that is named. */
export const argcomplete: SourceKind<'argcomplete'> = {
  kind: 'argcomplete',
  evidence: 'completion',
  overrides: false,
  listsInherited: false,
  guessesCommands: true,
  open: ({ session }) =>
    wordSource({
      complete: (path, last) => {
        const line = [programName(session), ...path, last].join(' ');
        return session.call([], {
          env: {
            _ARGCOMPLETE: '1',
            _ARGCOMPLETE_IFS: '\n',
            _ARGCOMPLETE_SUPPRESS_SPACE: '1',
            _ARGCOMPLETE_STDOUT_FILENAME: '/dev/stdout',
            COMP_LINE: line,
            COMP_POINT: String(line.length),
            COMP_TYPE: '9',
          },
        });
      },
      parse: parseWordLines,
      flagStart: '-',
    }),
};

import { parseWordLines } from '@fixpoint/help-parser';
import { programName } from './program-name';
import type { SourceKind } from './source';
import { wordSource } from './word-source';

/** The completion protocol of click and typer: the command line stands in the environment. */
export const clickComplete: SourceKind<'click-complete'> = {
  kind: 'click-complete',
  evidence: 'completion',
  overrides: false,
  listsInherited: false,
  guessesCommands: true,
  open: ({ session, config }) => {
    const program = programName(session);
    const variable = config.variable ?? `_${program.replaceAll(/[-.]/g, '_').toUpperCase()}_COMPLETE`;
    return wordSource({
      complete: (path, last) =>
        session.call([], {
          env: {
            [variable]: config.instruction,
            COMP_WORDS: [program, ...path, last].join(' '),
            COMP_CWORD: String(path.length + 1),
          },
        }),
      parse: parseWordLines,
      flagStart: '-',
    });
  },
};

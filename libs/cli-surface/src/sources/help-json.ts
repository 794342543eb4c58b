import { parseHelpJson } from '@fixpoint/help-parser';
import { readDocuments } from './documents';
import { documentSource } from './document-source';
import type { SourceKind } from './source';

/** A JSON document that describes the commands: the tool's own data, printed by a call or shipped as a file. */
export const helpJson: SourceKind<'help-json'> = {
  kind: 'help-json',
  evidence: 'help-json',
  overrides: true,
  listsInherited: true,
  guessesCommands: false,
  open: (context) =>
    documentSource(async () => {
      const read = await readDocuments(context, context.config);
      if (!read.ok) return read;
      const commands = read.documents.map(({ text }) => parseHelpJson(text, context.config.shape));
      return commands.some((each) => each === undefined)
        ? { ok: false, note: 'nothing stands where the shape of the document says' }
        : { ok: true, commands: commands.flatMap((each) => each ?? []) };
    }),
};

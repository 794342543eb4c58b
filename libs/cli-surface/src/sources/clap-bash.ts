import {
  normalizeText,
  parseClapBashCompletion,
  type CompletionCommand,
  type SourceCommand,
} from '@fixpoint/help-parser';
import { outputOf } from './asking-source';
import { documentSource } from './document-source';
import type { SourceKind } from './source';

/** The bash script of the Rust library clap_complete: everything the tool accepts, hidden units included. */
export const clapBash: SourceKind<'clap-bash'> = {
  kind: 'clap-bash',
  evidence: 'completion',
  overrides: true,
  listsInherited: false,
  guessesCommands: false,
  open: ({ session, config }) =>
    documentSource(async () => {
      const output = outputOf(await session.call(config.args));
      if ('problem' in output) return { ok: false, note: output.problem };
      const text = normalizeText(output.text);
      const parsed = parseClapBashCompletion(text);
      if (!parsed.ok) return { ok: false, note: 'what it printed is not a completion script of this format' };
      return { ok: true, commands: parsed.value.commands.map(toSourceCommand), text };
    }),
};

function toSourceCommand({ path, flags, valueFlags, subcommands }: CompletionCommand): SourceCommand {
  return {
    path,
    flags: flags.map((name) => ({ names: [name], takesValue: valueFlags?.includes(name) ?? false })),
    subcommands,
    whole: { flags: true, subcommands: true },
  };
}

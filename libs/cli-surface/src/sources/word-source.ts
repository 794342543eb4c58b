import { completionFlags, completionNames, type CompletionWord } from '@fixpoint/help-parser';
import type { SurfaceNode } from '../snapshot/surface-tree';
import type { ToolAnswer } from '../snapshot/tool-session';
import { askingSource, hasSubcommands, outputOf, type CommandAnswer } from './asking-source';
import type { SurfaceSource } from './source';

/** How a protocol that offers bare words is asked, and how its answer is read. */
export interface WordProtocol {
  /** Completes the last word of a command line that begins with the command's path. */
  complete(path: readonly string[], last: string): Promise<ToolAnswer>;
  parse(text: string): readonly CompletionWord[];
  /** What a flag begins with when all flags are asked for. */
  readonly flagStart: '-' | '--';
}

/** A source whose protocol offers words: flags when the last word begins with a dash, subcommands when it is empty. */
export function wordSource(protocol: WordProtocol): SurfaceSource {
  return askingSource((node) => ask(protocol, node));
}

async function ask(protocol: WordProtocol, node: SurfaceNode): Promise<CommandAnswer> {
  const { path } = node;
  const isGroup = hasSubcommands(node);
  const [flags, names] = await Promise.all([
    protocol.complete(path, protocol.flagStart).then(outputOf),
    isGroup ? protocol.complete(path, '').then(outputOf) : undefined,
  ]);
  if ('problem' in flags) return flags;
  if (names !== undefined && 'problem' in names) return names;
  const flagWords = protocol.parse(flags.text);
  const nameWords = names === undefined ? [] : protocol.parse(names.text);
  const listed = completionFlags(flagWords);
  const subcommands = completionNames(nameWords);
  if (path.length === 0 && listed.length === 0 && subcommands.length === 0) {
    return { problem: 'it offers neither flags nor commands' };
  }
  return {
    path,
    flags: listed,
    subcommands,
    whole: { flags: listed.length > 0, subcommands: subcommands.length > 0 },
  };
}

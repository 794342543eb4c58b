import {
  completionFlags,
  completionNames,
  parseCobraAnswer,
  type CompletionWord,
  type SourceFlag,
} from '@fixpoint/help-parser';
import type { SurfaceNode } from '../snapshot/surface-tree';
import type { ToolSession } from '../snapshot/tool-session';
import { askingSource, hasSubcommands, outputOf, type CommandAnswer } from './asking-source';
import type { SourceKind } from './source';

/** The completion command of the Go library cobra: `__complete <path> -` for flags, `__complete <path> ""` for subcommands. */
export const cobraComplete: SourceKind<'cobra-complete'> = {
  kind: 'cobra-complete',
  evidence: 'completion',
  overrides: true,
  listsInherited: true,
  guessesCommands: true,
  open: ({ session, config }) => askingSource((node) => ask({ session, args: config.args }, node)),
};

interface Cobra {
  readonly session: ToolSession;
  readonly args: readonly string[];
}

async function ask(cobra: Cobra, node: SurfaceNode): Promise<CommandAnswer> {
  const { path } = node;
  const isGroup = hasSubcommands(node);
  const [flags, names] = await Promise.all([
    askFlags(cobra, path),
    isGroup ? complete(cobra, [...path, '']) : undefined,
  ]);
  if ('problem' in flags) return flags;
  if (names !== undefined && 'problem' in names) return names;
  return {
    path,
    flags: flags.flags,
    subcommands: names === undefined ? [] : completionNames(names.words),
    whole: { flags: flags.whole, subcommands: isGroup },
  };
}

type Flags =
  | { readonly flags: readonly SourceFlag[]; readonly whole: boolean }
  | { readonly problem: string };

// As long as required flags are not given, only they are offered; every command has a help flag, which then is missing.
async function askFlags(cobra: Cobra, path: readonly string[]): Promise<Flags> {
  const first = await complete(cobra, [...path, '-']);
  if ('problem' in first) return first;
  const required = completionFlags(first.words);
  if (offersHelp(first.words) || required.length === 0)
    return { flags: required, whole: offersHelp(first.words) };
  const given = required.map(({ names }) => `${names[0]}=${HARMLESS}`);
  const second = await complete(cobra, [...path, ...given, '-']);
  const marked = required.map((flag) => ({ ...flag, required: true }));
  if ('problem' in second) return { flags: marked, whole: false };
  const known = new Set(required.flatMap(({ names }) => names));
  const others = completionFlags(second.words).filter(({ names }) => !names.some((name) => known.has(name)));
  return { flags: [...marked, ...others], whole: offersHelp(second.words) };
}

// A value that strings, numbers, truth values and durations all take.
const HARMLESS = '0';

function offersHelp(words: readonly CompletionWord[]): boolean {
  return words.some(({ word }) => word === '--help');
}

async function complete(
  { session, args }: Cobra,
  words: readonly string[],
): Promise<{ readonly words: readonly CompletionWord[] } | { readonly problem: string }> {
  const output = outputOf(await session.call([...args, ...words]));
  if ('problem' in output) return output;
  const parsed = parseCobraAnswer(output.text);
  return parsed === undefined ? { problem: 'what it printed is no answer of cobra' } : { words: parsed };
}

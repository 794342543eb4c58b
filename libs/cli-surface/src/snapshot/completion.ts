import {
  parseClapBashCompletion,
  type CompletionCommand,
  type CompletionSurface,
} from '@fixpoint/help-parser';
import { comparePaths, pathKey, type ProbeRecord, type ToolConfig } from '@fixpoint/surface-formats';
import { isCommandToken } from './command-token';
import type { SurfaceTree } from './surface-tree';
import type { ToolSession } from './tool-session';

/** What the completion script gave: its surface or nothing, its text, and the entry of the record. */
export interface CompletionReading {
  readonly surface?: CompletionSurface;
  readonly script?: string;
  readonly record: NonNullable<ProbeRecord['completion']>;
}

/** Asks the tool for its completion script. */
export async function readCompletion(
  session: ToolSession,
  config: NonNullable<ToolConfig['completion']>,
): Promise<CompletionReading> {
  const failed = (note: string): CompletionReading => ({
    record: { format: config.format, status: 'failed', note },
  });
  const answer = await session.call(config.args);
  if (!answer.ok) return failed(answer.problem.detail);
  if (answer.exitCode !== 0) return failed(`exit code ${answer.exitCode}`);
  const parsed = parseClapBashCompletion(answer.stdout.text);
  if (!parsed.ok) return failed('what it printed is not a completion script of this format');
  return {
    surface: parsed.value,
    script: answer.stdout.text,
    record: { format: config.format, status: 'used' },
  };
}

/** Commands of a completion script that no help page lists, in path order. */
export function unlistedCommands(surface: CompletionSurface, tree: SurfaceTree): (readonly string[])[] {
  return surface.commands
    .map(({ path }) => path)
    .filter((path) => !tree.has(pathKey(path)) && !path.includes('help') && path.every(isCommandToken))
    .filter((path) => !isAlias(path, tree))
    .sort(comparePaths);
}

function isAlias(path: readonly string[], tree: SurfaceTree): boolean {
  const parent = tree.get(pathKey(path.slice(0, -1)));
  const name = path.at(-1) as string;
  return parent?.read?.page.subcommands.some(({ aliases }) => aliases.includes(name)) ?? false;
}

/** A flag of a command that its help page does not show. */
export interface UnlistedFlag {
  readonly path: readonly string[];
  readonly name: string;
  /** Whether the source says that the flag takes a value. */
  readonly takesValue: boolean;
}

/** Flags of a completion script that the pages of their commands do not show. Commands without page are left out. */
export function unlistedFlags(
  surface: CompletionSurface,
  shown: (path: readonly string[]) => ReadonlySet<string> | undefined,
): UnlistedFlag[] {
  return surface.commands.flatMap((command) => {
    const names = shown(command.path);
    return names === undefined ? [] : flagsBeyond(command, names);
  });
}

function flagsBeyond(
  { path, flags, valueFlags }: CompletionCommand,
  shown: ReadonlySet<string>,
): UnlistedFlag[] {
  return flags
    .filter((name) => !shown.has(name))
    .map((name) => ({ path, name, takesValue: valueFlags?.includes(name) ?? false }));
}

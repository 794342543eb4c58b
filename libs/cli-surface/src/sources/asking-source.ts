import type { SourceCommand } from '@fixpoint/help-parser';
import { pathKey } from '@fixpoint/surface-formats';
import type { SurfaceNode } from '../snapshot/surface-tree';
import type { ToolAnswer } from '../snapshot/tool-session';
import type { SurfaceSource } from './source';

/** What is learnt of one command, or why nothing is. */
export type CommandAnswer = SourceCommand | { readonly problem: string };

/**
 * A source that is asked for each command. The tool itself comes first: a program that does not answer there is not asked
 * again.
 */
export function askingSource(ask: (node: SurfaceNode) => Promise<CommandAnswer>): SurfaceSource {
  return {
    async read(paths, tree) {
      const nodes = paths.flatMap((path) => tree.get(pathKey(path)) ?? []);
      const root = nodes.find(({ path }) => path.length === 0);
      const first = root && (await ask(root));
      if (first !== undefined && 'problem' in first) return { ok: false, note: first.problem };
      const others = await Promise.all(nodes.filter((node) => node !== root).map(ask));
      const answers = first === undefined ? others : [first, ...others];
      const commands = answers.flatMap((answer) => ('problem' in answer ? [] : [answer]));
      const silent = answers.flatMap((answer) => ('problem' in answer ? [answer.problem] : []));
      return {
        ok: true,
        commands,
        silent: silent[0] === undefined ? undefined : { count: silent.length, reason: silent[0] },
      };
    },
  };
}

/**
 * Whether a command's page shows that it has subcommands. Only then is a source asked to name them: elsewhere the offers are
 * values of arguments, and some programs look those up over the network.
 */
export function hasSubcommands({ path, read }: SurfaceNode): boolean {
  if (path.length === 0) return true;
  const usage = read?.page.usage ?? '';
  return (read?.page.subcommands.length ?? 0) > 0 || /[[<]?(?:sub)?commands?[\]>]/i.test(usage);
}

/** The output of a call, or why there is none. */
export function outputOf(answer: ToolAnswer): { readonly text: string } | { readonly problem: string } {
  if (!answer.ok) return { problem: answer.problem.detail };
  if (answer.exitCode !== 0) return { problem: `exit code ${answer.exitCode}` };
  return { text: answer.stdout.verbatim };
}

import type { ExecutorContext } from '@nx/devkit';
import { withCommand } from '@fixpoint/runner';
import { ownTargetNames } from './own-targets';

/** Whose commands are told as Nx commands. */
export interface NxPlace {
  readonly project: string;
  readonly options: { readonly root: string };
  readonly context: ExecutorContext;
}

/** Options of the command line as the executors call them: `--version` and `--target` are options of Nx itself. */
const OPTIONS: Readonly<Record<string, string>> = {
  '--version': '--release',
  '--target': '--triple',
  '--binary': '--binary',
  '--confirm': '--confirm',
};

/** Targets that mend what another one checks. */
const MENDING: Readonly<Record<string, string>> = { 'link-check': 'link-fix' };

const WORD = /'(?:[^']|'\\'')*'|[^\s'<]*[^\s'<,;]/;
const COMMAND = new RegExp(
  `(?<![\\w./@-]|npx )fixpoint ([a-z][a-z-]*)((?: --[a-z]+ (?:${WORD.source}))+)( --fix)?`,
  'g',
);
const OPTION = new RegExp(`(--[a-z]+) (${WORD.source})`, 'g');

/**
 * Gives the function that turns a fix into what can be pasted in the workspace: commands over this root as the Nx target
 * that does the same, under the name it has here; all others as `npx fixpoint`.
 */
export function toNxCommands({ project, options: { root }, context }: NxPlace): (fix: string) => string {
  const names = ownTargetNames(context, { project, root });
  // The four parameters are those of a replacement.
  const toNxCommand = (command: string, id: string, options: string, mends?: string): string => {
    const pairs = [...options.matchAll(OPTION)].map(([, key = '', value = '']) => [key, value] as const);
    const rest = pairs.filter(([key]) => key !== '--root');
    const isOurs = pairs.some(([key, value]) => key === '--root' && unquote(value) === root);
    const name = names.get(mends === undefined ? id : (MENDING[id] ?? ''));
    if (name === undefined || !isOurs || rest.some(([key]) => !(key in OPTIONS))) return command;
    const given = rest.map(([key, value]) => ` ${OPTIONS[key]}=${value}`).join('');
    return `npx nx run ${project}:${name}${given}`;
  };
  return (fix) => withCommand(fix.replace(COMMAND, toNxCommand), 'npx fixpoint');
}

function unquote(word: string): string {
  return word.startsWith("'") ? word.slice(1, -1).replaceAll("'\\''", "'") : word;
}

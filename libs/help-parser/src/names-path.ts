import type { HelpPage } from './page';

/**
 * Whether a page is about the command that was asked for. Programs answer an unknown subcommand with the help of its parent;
 * such a phantom names another path in its usage line. Without a usage line there is no telling, and the page is taken.
 *
 * @param aliases other names of a command by its name; either name may be the one that was asked for
 */
export function namesPath(
  page: HelpPage,
  path: readonly string[],
  aliases: ReadonlyMap<string, readonly string[]> = new Map(),
): boolean {
  const named = page.usagePath;
  if (named === undefined) return true;
  return path.every((token, index) => isSameCommand(token, named[index], aliases));
}

function isSameCommand(
  asked: string,
  named: string | undefined,
  aliases: ReadonlyMap<string, readonly string[]>,
): boolean {
  if (named === undefined || asked === named) return asked === named;
  return (aliases.get(asked)?.includes(named) ?? false) || (aliases.get(named)?.includes(asked) ?? false);
}

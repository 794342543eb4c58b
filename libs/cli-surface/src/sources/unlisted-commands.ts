import type { SourceCommand } from '@fixpoint/help-parser';
import { comparePaths, pathKey } from '@fixpoint/surface-formats';
import { isCommandToken } from '../snapshot/command-token';
import type { SurfaceTree } from '../snapshot/surface-tree';

/** Commands of a second source that no help page lists, in path order. Aliases are no commands of their own. */
export function unlistedCommands(
  commands: readonly SourceCommand[],
  tree: SurfaceTree,
  skipped: readonly (readonly string[])[] = [],
): (readonly string[])[] {
  const paths = commands.flatMap(({ path, subcommands }) => [
    path,
    ...subcommands.map((name) => [...path, name]),
  ]);
  const byKey = new Map(paths.map((path) => [pathKey(path), path]));
  for (const path of skipped) byKey.delete(pathKey(path));
  return [...byKey.values()]
    .filter((path) => !tree.has(pathKey(path)) && !path.includes('help') && path.every(isCommandToken))
    .filter((path) => !isAlias(path, tree))
    .sort(comparePaths);
}

function isAlias(path: readonly string[], tree: SurfaceTree): boolean {
  const parent = tree.get(pathKey(path.slice(0, -1)));
  const name = path.at(-1) as string;
  return parent?.read?.page.subcommands.some(({ aliases }) => aliases.includes(name)) ?? false;
}

import { pathKey } from '@fixpoint/surface-formats';
import type { Surface, SurfaceCommand } from '../surface/surface';
import type { Pair } from './fields';

/** How the commands of two surfaces belong together. */
export interface CommandMatch {
  /** In the path order of the older surface. */
  readonly pairs: readonly Pair<SurfaceCommand>[];
  readonly removed: readonly SurfaceCommand[];
  readonly added: readonly SurfaceCommand[];
}

/**
 * Pairs commands by path; a command that is listed under another name is found through its aliases, together with what stands
 * below it.
 */
export function matchCommands(before: Surface, after: Surface): CommandMatch {
  const paths = new Map<string, readonly string[]>();
  const taken = new Set<string>();
  const pairs: Pair<SurfaceCommand>[] = [];
  const removed: SurfaceCommand[] = [];
  const aliases = aliasIndex(after);
  for (const [key, command] of before.commands) {
    const wanted = expectedPath(command.record.path, paths);
    const found = [wanted, ...alternatives(command, wanted, { before, after, aliases })]
      .map((path) => ({ path, key: pathKey(path) }))
      .find((candidate) => after.commands.has(candidate.key) && !taken.has(candidate.key));
    if (found === undefined) {
      removed.push(command);
      continue;
    }
    taken.add(found.key);
    paths.set(key, found.path);
    pairs.push({ before: command, after: after.commands.get(found.key) as SurfaceCommand });
  }
  const added = [...after.commands].filter(([key]) => !taken.has(key)).map(([, command]) => command);
  return { pairs, removed, added };
}

/** Commands by the path that each of their aliases makes. */
export function aliasIndex({ commands }: Surface): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, readonly string[]>();
  for (const { record } of commands.values()) {
    if (record.path.length === 0) continue;
    for (const alias of record.aliases ?? []) {
      const key = pathKey([...record.path.slice(0, -1), alias]);
      if (!index.has(key)) index.set(key, record.path);
    }
  }
  return index;
}

// The parent may be listed under another name now.
function expectedPath(
  path: readonly string[],
  paths: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  if (path.length === 0) return path;
  const parent = path.slice(0, -1);
  return [...(paths.get(pathKey(parent)) ?? parent), path.at(-1) as string];
}

interface AliasLookup {
  readonly before: Surface;
  readonly after: Surface;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

/** Other names of a command that no command had before: one that took it for an alias, and its own aliases. */
function alternatives(
  { record }: SurfaceCommand,
  wanted: readonly string[],
  { before, aliases }: AliasLookup,
): readonly (readonly string[])[] {
  if (record.path.length === 0) return [];
  const owner = aliases.get(pathKey(wanted));
  const own = (record.aliases ?? []).map((alias) => [...wanted.slice(0, -1), alias]);
  const siblingsBefore = (path: readonly string[]): string =>
    pathKey([...record.path.slice(0, -1), path.at(-1) as string]);
  return [...(owner === undefined ? [] : [owner]), ...own].filter(
    (path) => !before.commands.has(siblingsBefore(path)),
  );
}

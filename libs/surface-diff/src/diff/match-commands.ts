import { pathKey } from '@fixpoint/surface-formats';
import type { Surface, SurfaceCommand } from '../surface/surface';
import type { Pair } from './fields';
import { pairByAlias } from './pair-by-alias';

/** How the commands of two surfaces belong together. */
export interface CommandMatch {
  readonly pairs: readonly Pair<SurfaceCommand>[];
  readonly removed: readonly SurfaceCommand[];
  readonly added: readonly SurfaceCommand[];
}

/**
 * Pairs commands by name, level by level; one that is listed under another name is found through its aliases, together with
 * what stands below it.
 */
export function matchCommands(before: Surface, after: Surface): CommandMatch {
  const pairs: Pair<SurfaceCommand>[] = [];
  matchNodes(treeOf(before), treeOf(after), pairs);
  const old = new Set(pairs.map((pair) => pair.before));
  const now = new Set(pairs.map((pair) => pair.after));
  return {
    pairs,
    removed: [...before.commands.values()].filter((command) => !old.has(command)),
    added: [...after.commands.values()].filter((command) => !now.has(command)),
  };
}

/** A place in the tree; without command where only something below it is known. */
interface TreeNode {
  command?: SurfaceCommand;
  readonly children: Map<string, TreeNode>;
}

function treeOf({ commands }: Surface): TreeNode {
  const root: TreeNode = { children: new Map() };
  for (const command of commands.values()) {
    let node = root;
    for (const token of command.record.path) {
      const next = node.children.get(token) ?? { children: new Map() };
      node.children.set(token, next);
      node = next;
    }
    node.command = command;
  }
  return root;
}

function matchNodes(before: TreeNode, after: TreeNode, pairs: Pair<SurfaceCommand>[]): void {
  if (before.command && after.command) pairs.push({ before: before.command, after: after.command });
  const same = [...before.children].flatMap(([token, node]): [TreeNode, TreeNode][] => {
    const other = after.children.get(token);
    return other === undefined ? [] : [[node, other]];
  });
  const renamed = pairByAlias(
    newcomers(before.children, after.children),
    newcomers(after.children, before.children),
  );
  for (const [old, now] of [...same, ...renamed]) matchNodes(old, now, pairs);
}

function newcomers(own: TreeNode['children'], other: TreeNode['children']) {
  return [...own]
    .filter(([token]) => !other.has(token))
    .map(([name, value]) => ({ value, name, aliases: value.command?.record.aliases ?? [] }));
}

/** The command that a path leads to now: one of that name, or one that has it for an alias. */
export type HeirOf = (path: readonly string[]) => readonly string[] | undefined;

/** Finds what paths lead to in a surface. */
export function heirsIn(surface: Surface): HeirOf {
  const aliases = aliasIndex(surface);
  return (path) => {
    const key = pathKey(path);
    return surface.commands.has(key) ? path : aliases.get(key);
  };
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

import { below } from '../scan/paths';
import type { WorkspaceTree } from '../scan/workspace-tree';

/** The files of the tree by their names. */
export type FileIndex = ReadonlyMap<string, readonly string[]>;

/** Indexes the files that were seen and that git keeps, by name in lower case. */
export function indexFiles(tree: WorkspaceTree): FileIndex {
  const index = new Map<string, string[]>();
  for (const [directory, listing] of tree.listings()) {
    if (listing === undefined || tree.rules.isIgnored(directory, 'directory')) continue;
    for (const { name, kind, link } of listing.values()) {
      const path = below(directory, name);
      if (kind !== 'file' || link !== undefined || tree.rules.isIgnored(path, 'file')) continue;
      const key = name.toLowerCase();
      const named = index.get(key);
      if (named === undefined) index.set(key, [path]);
      else named.push(path);
    }
  }
  return index;
}

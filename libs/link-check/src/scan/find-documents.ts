import { resolvePath } from '@fixpoint/model';
import { globMatcher } from './glob-matcher';
import { below, isWithin, relativeTo } from './paths';
import type { WorkspaceTree } from './workspace-tree';

/**
 * Absolute paths of the files that globs find, relative to the root: in directories that begin with a dot too, not in what git ignores,
 * and through no symlink, so that none is found twice and no loop is entered.
 */
export async function findDocuments(
  tree: WorkspaceTree,
  root: string,
  globs: readonly string[],
): Promise<string[]> {
  const matches = globMatcher(globs);
  const bases = basesOf(globs).map((base) => resolvePath(root, base));
  const found = new Set<string>();
  const walk = async (directory: string): Promise<void> => {
    const listing = await tree.open(directory);
    for (const [name, { kind, link }] of listing ?? []) {
      const path = below(directory, name);
      if (link !== undefined || kind === 'other') continue;
      if (kind === 'file' && !matches(relativeTo(root, path))) continue;
      if (tree.rules.isIgnored(path, kind)) continue;
      if (kind === 'file') found.add(path);
      else await walk(path);
    }
  };
  for (const base of bases) if (isWithin(tree.workspace, base)) await walk(base);
  return [...found].sort();
}

/** The directories that have to be walked: the root, and what globs name outside of it. */
function basesOf(globs: readonly string[]): string[] {
  const included = globs.filter((glob) => !glob.startsWith('!'));
  const bases = included.map((glob) => /^(?:\.\.\/)*/.exec(glob)?.[0] ?? '');
  return [...new Set(bases)].sort((a, b) => b.length - a.length);
}

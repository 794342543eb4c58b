import picomatch from 'picomatch';
import { relativePath, resolvePath } from '@fixpoint/model';
import { below, isWithin } from './paths';
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

/** A path as globs see it: relative to the root, with `..` for what lies outside of it. */
export function relativeTo(root: string, path: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : relativePath(root, path);
}

/** Whether a path matches any of the globs and none of those that begin with `!`. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const plain = globs.map((glob) => glob.replace(/^(!?)(?:\.\/)+/, '$1'));
  const included = plain.filter((glob) => !glob.startsWith('!'));
  if (included.length === 0) return () => false;
  const ignored = plain.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  const [taken, left] = [included.map(toPattern), ignored.map(toPattern)];
  return (path) => taken.some((pattern) => pattern.test(path)) && !left.some((pattern) => pattern.test(path));
}

function toPattern(glob: string): RegExp {
  return picomatch.makeRe(glob, { dot: true, nonegate: true });
}

/** The directories that have to be walked: the root, and what globs name outside of it. */
function basesOf(globs: readonly string[]): string[] {
  const included = globs.filter((glob) => !glob.startsWith('!'));
  const bases = included.map((glob) => /^(?:\.\.\/)*/.exec(glob)?.[0] ?? '');
  return [...new Set(bases)].sort((a, b) => b.length - a.length);
}

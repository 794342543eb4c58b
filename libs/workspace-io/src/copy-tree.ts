import { constants, copyFileSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { guarded } from './files/system-error';

/** Directories that hold nothing a derivation may read. */
const LEFT_OUT = new Set(['.git', '.nx']);
/** What builds leave behind at the top; further down a directory of that name may be anything. */
const LEFT_OUT_AT_TOP = new Set(['dist', 'tmp']);
/** What is installed or fetched, large and only read: a link does. */
const LINKED = new Set(['node_modules', '.fixpoint']);

/**
 * Copies a directory tree, so that the copy can be written without touching the original. Symbolic links stay links, `node_modules` becomes
 * a link to the original, `.git` and what builds leave behind at the top is left out.
 *
 * @param order in which order files are made; on some file systems it is the order in which they are listed later
 */
export function copyTree(
  from: string,
  to: string,
  order: (paths: readonly string[]) => readonly string[],
): void {
  guarded('copy', from, () => {
    const { files, links } = walk(from, '');
    mkdirSync(to, { recursive: true });
    for (const path of order(files)) {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      copyFileSync(join(from, path), join(to, path), constants.COPYFILE_FICLONE);
    }
    for (const { path, target } of links) {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      symlinkSync(target, join(to, path));
    }
  });
}

interface Tree {
  readonly files: string[];
  readonly links: { readonly path: string; readonly target: string }[];
}

function walk(root: string, below: string, tree: Tree = { files: [], links: [] }): Tree {
  const entries = readdirSync(join(root, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (LINKED.has(entry.name)) tree.links.push({ path, target: join(root, path) });
    else if (entry.isSymbolicLink()) tree.links.push({ path, target: readlinkSync(join(root, path)) });
    else if (entry.isFile()) tree.files.push(path);
    else if (entry.isDirectory() && !isLeftOut(path, entry.name)) walk(root, path, tree);
  }
  return tree;
}

function isLeftOut(path: string, name: string): boolean {
  return LEFT_OUT.has(name) || LEFT_OUT_AT_TOP.has(path);
}

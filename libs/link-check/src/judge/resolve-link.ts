import { isWithin, nameOf, parentOf, resolveFrom } from '../scan/paths';
import type { WorkspaceTree } from '../scan/workspace-tree';

/** Where a path of a link leads. */
export type Place =
  | { readonly kind: 'file' | 'directory' | 'missing'; readonly path: string }
  | { readonly kind: 'outside'; readonly path: string }
  /** Pages of the repository beside its files, which `../../issues` leads to where GitHub shows a document. */
  | { readonly kind: 'forge' };

/** The path of a link as an absolute one: `/` begins at the workspace, everything else at the directory of the document. */
export function absolutePath({ workspace }: WorkspaceTree, document: string, path: string): string {
  return path.startsWith('/') ? resolveFrom(workspace, path) : resolveFrom(parentOf(document), path);
}

/**
 * Looks an absolute path up among the directories that were opened; names count letter by letter.
 *
 * @req FP-LINK-002
 */
export function placeOf(tree: WorkspaceTree, path: string): Place {
  if (path === tree.workspace) return { kind: 'directory', path };
  const entry = tree.listing(parentOf(path))?.get(nameOf(path));
  if (entry === undefined || entry.kind === 'other') return { kind: 'missing', path };
  if (entry.link !== undefined && !isWithin(tree.workspace, entry.link)) return { kind: 'outside', path };
  return { kind: entry.kind, path };
}

const PAGES = new Set(
  (
    'actions blob branches commit commits compare contributors deployments discussions edit graphs issues labels milestone ' +
    'milestones network new packages projects pull pulls pulse raw releases security settings stargazers tags tree wiki'
  ).split(' '),
);

/**
 * Resolves the path of a link in a document.
 *
 * @req FP-LINK-005
 */
export function resolveLink(tree: WorkspaceTree, document: string, path: string): Place {
  const absolute = absolutePath(tree, document, path);
  if (!isWithin(tree.workspace, absolute) || climbs(tree, document, path) > 0) {
    return leadsToForge(tree, document, path) ? { kind: 'forge' } : { kind: 'outside', path: absolute };
  }
  return placeOf(tree, absolute);
}

/** How many directories above the workspace a path goes; a path may come back into it by name, which is only right on this machine. */
function climbs({ workspace }: WorkspaceTree, document: string, path: string): number {
  let depth = path.startsWith('/') ? 0 : depthBelow(workspace, parentOf(document));
  let highest = 0;
  for (const segment of path.split('/')) {
    if (segment === '..') depth -= 1;
    else if (segment !== '' && segment !== '.') depth += 1;
    highest = Math.max(highest, -depth);
  }
  return highest;
}

function depthBelow(directory: string, path: string): number {
  return path === directory ? 0 : path.slice(directory.length).split('/').filter(Boolean).length;
}

function leadsToForge(tree: WorkspaceTree, document: string, path: string): boolean {
  const rest = path.split('/').filter((segment) => segment !== '..' && segment !== '.');
  return climbs(tree, document, path) === 2 && PAGES.has(rest[0] ?? '');
}

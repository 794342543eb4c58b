import { comparePaths, pathKey, type HiddenSource, type ProbeFailure } from '@fixpoint/surface-formats';
import { crawl, type CrawlRequest } from './crawl';
import type { CrawlResult, SurfaceNode, SurfaceTree } from './surface-tree';

/** How commands that no page lists are looked for. */
export interface HiddenSearch extends Omit<CrawlRequest, 'starts' | 'known'> {
  readonly paths: readonly (readonly string[])[];
  readonly seenIn: HiddenSource;
  /** Whether a page proves that the command is there; a source that only guesses asks for more than one that lists. */
  proves(node: SurfaceNode): boolean;
}

/**
 * Reads the pages of commands that only a second source knows, parents before children; a command is looked for only below
 * one that is there. Gives the tree with what was found added.
 */
export async function addHiddenCommands(tree: SurfaceTree, search: HiddenSearch): Promise<CrawlResult> {
  let known = tree;
  const failures: ProbeFailure[] = [];
  let pending = [...search.paths].sort(comparePaths);
  while (pending.length > 0) {
    const depth = Math.min(...pending.map((path) => path.length));
    const starts = pending.filter((path) => path.length === depth && isMissingChild(path, known));
    pending = pending.filter((path) => path.length > depth);
    const found = await crawl({
      ...search,
      known,
      starts: starts.map((path) => ({ path, seenIn: [search.seenIn] })),
    });
    const proven = [...found.tree].filter(([, node]) => search.proves(node));
    known = new Map([...known, ...proven]);
    failures.push(...found.failures);
  }
  return { tree: known, failures };
}

/** Whether a node proves by itself that its command is there: a page lists it, or its own page names it. */
export function provesItself({ listed, read }: SurfaceNode): boolean {
  return listed !== undefined || read?.page.usagePath !== undefined;
}

function isMissingChild(path: readonly string[], tree: SurfaceTree): boolean {
  return !tree.has(pathKey(path)) && tree.has(pathKey(path.slice(0, -1)));
}

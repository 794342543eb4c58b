import { pathKey, type ProbeFailure } from '@fixpoint/surface-formats';
import type { PageOutcome, PageReader } from './page-reader';
import { expandNode, settleNode, type NodeLookup } from './crawl-rules';
import type { CrawlResult, SurfaceNode, SurfaceTree } from './surface-tree';

/** What to crawl and how far. */
export interface CrawlRequest {
  readonly read: PageReader;
  /** Where it begins; nodes without page. */
  readonly starts: readonly SurfaceNode[];
  /** Commands that are known already: they are not read again, and their pages count as ancestors. */
  readonly known?: SurfaceTree;
  readonly maxDepth: number;
  readonly maxPages: number;
}

/**
 * Reads the help pages below the starts, level by level, the pages of a level at once. The result depends on the pages
 * alone, never on the order in which they arrive.
 *
 * @req FP-SNAP-001
 */
export async function crawl(request: CrawlRequest): Promise<CrawlResult> {
  const tree = new Map<string, SurfaceNode>();
  const failures: ProbeFailure[] = [];
  const lookup: NodeLookup = (path) => tree.get(pathKey(path)) ?? request.known?.get(pathKey(path));
  let level = request.starts;
  let done = 0;
  while (level.length > 0) {
    const readable = level.slice(0, request.maxPages - done);
    const outcomes = await Promise.all(readable.map(({ path }) => request.read(path)));
    done += readable.length;
    const left = level.slice(readable.length);
    for (const node of left) tree.set(pathKey(node.path), node);
    failures.push(...left.slice(0, 1).map((node) => notRead(node, request.maxPages)));
    level = absorb({ nodes: readable, outcomes, tree, failures, lookup, maxDepth: request.maxDepth });
    if (left.length > 0) break;
  }
  return { tree, failures };
}

function notRead(node: SurfaceNode, maxPages: number): ProbeFailure {
  return {
    path: node.path,
    kind: 'too-large',
    detail: `more than ${maxPages} pages; this one and those after it were not read`,
  };
}

interface Level {
  readonly nodes: readonly SurfaceNode[];
  readonly outcomes: readonly PageOutcome[];
  readonly tree: Map<string, SurfaceNode>;
  readonly failures: ProbeFailure[];
  readonly lookup: NodeLookup;
  readonly maxDepth: number;
}

/**
 * Adds what a level's pages say to the tree; gives the nodes of the next level, in order.
 *
 * @req FP-SNAP-003
 */
function absorb({ nodes, outcomes, tree, failures, lookup, maxDepth }: Level): SurfaceNode[] {
  const next = new Map<string, SurfaceNode>();
  const queued = new Set(nodes.map(({ path }) => pathKey(path)));
  for (const [index, start] of nodes.entries()) {
    const settled = settleNode(start, outcomes[index] as PageOutcome, lookup);
    failures.push(...settled.failures);
    if (settled.node === undefined) continue;
    tree.set(pathKey(start.path), settled.node);
    const expansion = expandNode(settled.node, lookup, maxDepth);
    failures.push(...expansion.failures);
    for (const child of expansion.unread)
      if (lookup(child.path) === undefined) tree.set(pathKey(child.path), child);
    for (const child of expansion.children) {
      const key = pathKey(child.path);
      if (lookup(child.path) === undefined && !queued.has(key) && !next.has(key)) next.set(key, child);
    }
  }
  return [...next.values()];
}

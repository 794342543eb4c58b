import { parseReferencePage, toReferenceEntry } from '@fixpoint/help-parser';
import type { Artifact, Finding } from '@fixpoint/model';
import { comparePaths, pathKey, type SnapshotCommand } from '@fixpoint/surface-formats';
import { readHelp } from './read-help';
import { endlessTree, type ProblemPlace } from './reference-problem';
import type { ReferenceRunner } from './reference-run';
import type { ReferenceTool, ReferenceTolerance } from './reference-tool';

/** What a crawl needs to know. */
export interface CrawlRequest {
  readonly tool: ReferenceTool;
  readonly run: ReferenceRunner;
  readonly place: ProblemPlace;
  /** Arguments in front of every call. */
  readonly globals: readonly string[];
  /** Pages after which the tree is taken for an endless one. */
  readonly maxPages: number;
}

/** What a crawl found. With problems there is no snapshot; omissions are recorded in it. */
export interface CrawledPages {
  /** In path order. */
  readonly entries: readonly SnapshotCommand[];
  /** The pages as read, in path order; paths are below the raw help directory. */
  readonly captures: readonly Artifact[];
  readonly omissions: readonly string[];
  readonly problems: readonly Finding[];
}

interface Visit {
  readonly entry: SnapshotCommand;
  readonly capture?: Artifact;
}

/**
 * Reads the help of every command that the pages list (parity contract §2.3, §3). Each path is visited once; what is found
 * depends on the pages alone, not on the order in which they arrive.
 */
export async function crawlPages(request: CrawlRequest): Promise<CrawledPages> {
  const visits = new Map<string, Visit | undefined>();
  const omissions: string[] = [];
  const problems: Finding[] = [];

  async function visit(path: readonly string[]): Promise<void> {
    if (visits.has(pathKey(path)) || visits.size > request.maxPages) return;
    visits.set(pathKey(path), undefined);
    if (visits.size > request.maxPages) {
      problems.push(endless(request, path));
      return;
    }
    const help = await readHelp(request, path);
    if ('problem' in help) problems.push(help.problem);
    else if ('omission' in help) {
      omissions.push(help.omission);
      visits.set(pathKey(path), { entry: toReferenceEntry({ path }) });
    } else {
      const page = parseReferencePage(help.text, request.tool.form, path);
      const capture = { path: request.tool.capturePath(path), text: help.text };
      visits.set(pathKey(path), { entry: page.entry, capture });
      const next = nextPaths(path, page.subcommands, request.tool.tolerance);
      omissions.push(...next.omissions);
      await Promise.all(next.paths.map(visit));
    }
  }

  await visit([]);
  const found = [...visits.values()]
    .filter((done) => done !== undefined)
    .sort((a, b) => comparePaths(a.entry.path, b.entry.path));
  return {
    entries: found.map(({ entry }) => entry),
    captures: found.flatMap(({ capture }) => capture ?? []),
    omissions,
    problems,
  };
}

// The path of a tree without end is as long as the crawl was patient; its beginning is enough to look at.
function endless({ tool, place, maxPages }: CrawlRequest, path: readonly string[]): Finding {
  const above = path.slice(0, 4);
  return endlessTree(place, { path: above, args: tool.pageArgs(above), maxPages });
}

interface NextPaths {
  readonly paths: readonly (readonly string[])[];
  readonly omissions: readonly string[];
}

function nextPaths(
  path: readonly string[],
  subcommands: readonly string[],
  tolerance: ReferenceTolerance | undefined,
): NextPaths {
  const reasons = subcommands.map((token) => tolerance && reasonToSkip(path, token, tolerance.maxDepth));
  return {
    paths: subcommands.filter((_, index) => reasons[index] === undefined).map((token) => [...path, token]),
    omissions: subcommands.flatMap((token, index) =>
      reasons[index] === undefined ? [] : [`${reasons[index]}: ${[...path, token].join(' ')}`],
    ),
  };
}

function reasonToSkip(path: readonly string[], token: string, maxDepth: number): string | undefined {
  if (path.length >= maxDepth) return `max command depth exceeded (>${maxDepth})`;
  if (path.at(-1) === token) return 'skipped recursive subcommand token';
  return path.includes(token) ? 'skipped cyclic subcommand token' : undefined;
}

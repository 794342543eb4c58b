import { namesPath, type ListedCommand } from '@fixpoint/help-parser';
import { pathKey, type ProbeFailure } from '@fixpoint/surface-formats';
import { isCommandToken } from './command-token';
import type { PageOutcome, ReadPage } from './page-reader';
import type { SurfaceNode } from './surface-tree';

/** Finds a node that has been read. */
export type NodeLookup = (path: readonly string[]) => SurfaceNode | undefined;

// The listed command that explains the others; it is not one of the tool's own.
const HELP_COMMAND = 'help';

/** A node with its page, a bare node when the page failed, or no node when the page is another command's. */
export function settleNode(
  node: SurfaceNode,
  outcome: PageOutcome,
  lookup: NodeLookup,
): { readonly node?: SurfaceNode; readonly failures: readonly ProbeFailure[] } {
  if (!outcome.ok) return { node, failures: [{ path: node.path, ...outcome.problem }] };
  const reason = phantomReason(node, outcome.read, lookup);
  if (reason !== undefined) return { failures: [{ path: node.path, kind: 'phantom', detail: reason }] };
  return { node: { ...node, read: outcome.read }, failures: [] };
}

// A tool that does not know a command often takes it for an argument and prints the page of the command above.
function phantomReason(node: SurfaceNode, read: ReadPage, lookup: NodeLookup): string | undefined {
  if (node.path.length === 0) return undefined;
  const twin = ancestors(node.path).find((path) => lookup(path)?.read?.source.text === read.source.text);
  if (twin !== undefined) return `prints the page of ${nameOf(twin)}`;
  if (namesPath(read.page, node.path, aliasesAlong(node, lookup))) return undefined;
  return `the usage names ${nameOf(read.page.usagePath ?? [])}`;
}

// Some tools print their usage with the alias that stands first, at any level of the path.
function aliasesAlong(node: SurfaceNode, lookup: NodeLookup): ReadonlyMap<string, readonly string[]> {
  const nodes = [...ancestors(node.path).map(lookup), node];
  return new Map(
    nodes.flatMap((each) => (each?.listed ? [[each.listed.name, each.listed.aliases] as const] : [])),
  );
}

/** What a node's page lists: commands to read next, and commands that are known to be there but too deep to be read. */
export function expandNode(
  node: SurfaceNode,
  lookup: NodeLookup,
  maxDepth: number,
): {
  readonly children: readonly SurfaceNode[];
  readonly unread: readonly SurfaceNode[];
  readonly failures: readonly ProbeFailure[];
} {
  const listed = listedCommands(node);
  const cycle =
    listed.length === 0 ? undefined : ancestors(node.path).find((path) => sameList(listed, lookup(path)));
  if (cycle !== undefined) {
    const detail = `lists the same commands as ${nameOf(cycle)}; they are not followed`;
    return { children: [], unread: [], failures: [{ path: node.path, kind: 'cycle', detail }] };
  }
  const nodes = childNodes(node, listed);
  if (node.path.length < maxDepth) return { children: nodes, unread: [], failures: [] };
  const detail = `deeper than ${maxDepth} levels`;
  return {
    children: [],
    unread: nodes,
    failures: nodes.map(({ path }) => ({ path, kind: 'depth', detail })),
  };
}

// A page may list commands of several levels at once (`alarm list`), with the path of its own command or without.
function childNodes(node: SurfaceNode, listed: readonly ListedCommand[]): SurfaceNode[] {
  const { path, seenIn } = node;
  const nodes = new Map<string, SurfaceNode>();
  for (const command of listed) {
    const child = [...path, ...wordsBelow(path, command.name)];
    if (child.length > path.length) nodes.set(pathKey(child), { path: child, listed: command, seenIn });
  }
  for (const child of [...nodes.values()].flatMap((each) => ancestors(each.path))) {
    const key = pathKey(child);
    if (child.length > path.length && !nodes.has(key)) nodes.set(key, { path: child, seenIn });
  }
  return [...nodes.values()];
}

function wordsBelow(path: readonly string[], name: string): string[] {
  const words = name.split(/\s+/);
  const isWhole = path.length > 0 && words.length > path.length;
  return isWhole && path.every((word, index) => word === words[index]) ? words.slice(path.length) : words;
}

function listedCommands(node: SurfaceNode | undefined): readonly ListedCommand[] {
  return (
    node?.read?.page.subcommands.filter(({ name }) => {
      const words = name.split(/\s+/);
      return words[0] !== HELP_COMMAND && words.every(isCommandToken);
    }) ?? []
  );
}

function sameList(listed: readonly ListedCommand[], other: SurfaceNode | undefined): boolean {
  const names = listedCommands(other).map(({ name }) => name);
  return names.length === listed.length && listed.every(({ name }, index) => name === names[index]);
}

function ancestors(path: readonly string[]): string[][] {
  return path.map((_, length) => path.slice(0, length));
}

function nameOf(path: readonly string[]): string {
  return path.length === 0 ? 'the tool itself' : path.join(' ');
}

import type { Ports, WorkspaceEntry } from '@fixpoint/model';
import { createIgnoreRules, type IgnoreRules } from './ignore-rules';
import { below, isWithin, nameOf, parentOf } from './paths';

/** What stands in a directory, by name. */
export type Listing = ReadonlyMap<string, WorkspaceEntry>;

/** The directories of a workspace as far as they were looked into: each once. All paths are absolute. */
export interface WorkspaceTree {
  /** The topmost directory that links may lead to. */
  readonly workspace: string;
  readonly rules: IgnoreRules;
  /** Looks into a directory, and into those above it, so that its name is known to be written as they spell it. */
  open(directory: string): Promise<Listing | undefined>;
  /** A directory that was opened; undefined where there is none of this very name. */
  listing(directory: string): Listing | undefined;
  /** Every directory that was opened. */
  listings(): Iterable<readonly [string, Listing | undefined]>;
}

/** No file system has a longer one. */
export const LONGEST_PATH = 4096;

/** No `.gitignore` is larger, by far. */
const MOST_RULE_BYTES = 1024 * 1024;

/**
 * The tree around a root: up to the nearest directory with an `nx.json` or a `.git`, or the root alone.
 *
 * @req FP-LINK-005
 */
export async function openWorkspace({ workspace: port, files }: Ports): Promise<WorkspaceTree> {
  const root = files.root.replaceAll('\\', '/');
  const { workspace, top } = await findTop(port, root);
  const rules = createIgnoreRules(top);
  const opened = new Map<string, Listing | undefined>();
  const look = async (directory: string): Promise<Listing | undefined> => {
    const entries = await port.entries(directory);
    if (entries === undefined) return undefined;
    const listing = new Map(entries.map((entry) => [entry.name, entry]));
    if (listing.get('.gitignore')?.kind === 'file') {
      const bytes = await port.read(below(directory, '.gitignore'), MOST_RULE_BYTES);
      if (bytes instanceof Uint8Array) rules.add(directory, new TextDecoder().decode(bytes));
    }
    return listing;
  };
  const isEnterable = (directory: string): boolean => {
    if (directory === top || !isWithin(top, directory)) return true;
    const entry = opened.get(parentOf(directory))?.get(nameOf(directory));
    // Through a symlink one may leave the workspace; what is there is nobody else's.
    return entry?.kind === 'directory' && (entry.link === undefined || isWithin(workspace, entry.link));
  };
  const open = async (directory: string): Promise<Listing | undefined> => {
    if (directory.length > LONGEST_PATH) return undefined;
    const closed: string[] = [];
    for (let above = directory; !opened.has(above); above = parentOf(above)) {
      closed.push(above);
      if (above === top || !isWithin(top, above)) break;
    }
    for (const next of closed.reverse()) opened.set(next, isEnterable(next) ? await look(next) : undefined);
    return opened.get(directory);
  };
  return { workspace, rules, open, listing: (directory) => opened.get(directory), listings: () => opened };
}

/** The workspace, and the repository around it, whose rules hold in the workspace as well. */
async function findTop(port: Ports['workspace'], root: string): Promise<{ workspace: string; top: string }> {
  let workspace: string | undefined;
  for (let directory = root; ; directory = parentOf(directory)) {
    const names = new Set((await port.entries(directory))?.map(({ name }) => name));
    if (names.has('nx.json') || names.has('.git')) workspace ??= directory;
    if (names.has('.git')) return { workspace: workspace ?? directory, top: directory };
    if (directory === parentOf(directory)) return { workspace: workspace ?? root, top: workspace ?? root };
  }
}

import { resolvePath, ToolError, type Ports } from '@fixpoint/model';
import { isMarkdown, judgeAnchor } from '../judge/judge-anchor';
import { parseTarget } from '../judge/parse-target';
import type { MissingFile, Problem } from '../judge/problem';
import { relativeTo } from '../scan/paths';
import { fileOf } from '../scan/load-targets';
import { readDocument, type ScannedDocument } from '../scan/read-document';
import type { Scan } from '../scan/scan-documents';
import type { Budget } from './closest';
import { indexFiles, type FileIndex } from './file-index';
import { suggestPaths, type PathGuess, type Search } from './suggest-paths';
import { writeTarget } from './write-target';

/** Links to absent files, and what may be done to find out what was meant. */
export interface LostLinks {
  readonly missing: readonly MissingFile[];
  /** All Markdown that was read, by absolute path. */
  readonly documents: ReadonlyMap<string, ScannedDocument>;
  /** Whether the history may be asked. */
  readonly history: boolean;
  readonly budget: Budget;
}

/**
 * Looks for what links to absent files may have meant. The history is asked only where it may be, and only adds to what is said.
 *
 * @req FP-LINK-009
 */
export async function findLost(
  ports: Ports,
  scan: Scan,
  { missing, documents, history, budget }: LostLinks,
): Promise<Problem[]> {
  if (missing.length === 0) return [];
  const moves = history ? await movesSince(ports, scan.root) : new Map<string, string | undefined>();
  const origins = new Map(
    [...moves].flatMap(([from, to]) => (to === undefined ? [] : [[to, from] as const])),
  );
  let index: FileIndex | undefined;
  const search: Search = {
    tree: scan.tree,
    root: scan.root,
    index: () => (index ??= indexFiles(scan.tree)),
    moves,
    origins,
    spellings: new Map(),
    budget,
  };
  const problems: Problem[] = [];
  const anchorFor = anchorFinder(ports, { tree: scan.tree, documents, budget });
  for (const lost of missing) problems.push(await toProblem(search, lost, anchorFor));
  return problems;
}

/** The anchor that a link certainly means in a file that it was corrected to; undefined where its own is right, or nothing certain. */
type AnchorFor = (path: string, fragment: string) => Promise<string | undefined>;

function anchorFinder(
  ports: Ports,
  { tree, documents, budget }: Pick<Scan, 'tree'> & Pick<LostLinks, 'documents' | 'budget'>,
): AnchorFor {
  const read = new Map<string, ScannedDocument>(documents);
  return async (path, fragment) => {
    const file = await fileOf(tree, path);
    if (file === undefined || !isMarkdown(file)) return undefined;
    const found = read.get(file) ?? (await readDocument(ports, file));
    if (found === undefined || !('linked' in found)) return undefined;
    read.set(file, found);
    const problem = judgeAnchor({ documents: read, lineCounts: new Map(), budget }, file, fragment);
    return problem?.isCertain === true ? problem.anchors[0] : undefined;
  };
}

async function toProblem(
  search: Search,
  { document, link, path }: MissingFile,
  anchorFor: AnchorFor,
): Promise<Problem> {
  const target = parseTarget(link.target);
  const [written, fragment] = target.kind === 'file' ? [target.path, target.written.fragment] : [link.target];
  const guess = await suggestPaths(search, { document: document.path, written, path });
  const place = { workspace: search.tree.workspace, document: document.path };
  const suggestions: string[] = [];
  for (const meant of guess.paths) {
    const anchor = fragment === undefined ? undefined : await anchorFor(meant, fragment);
    suggestions.push(writeTarget(place, link.target, { path: meant, anchor }));
  }
  const message = messageOf(guess, relativeTo(search.root, path));
  return { kind: guess.kind, document, link, message, suggestions, isCertain: guess.isCertain };
}

const REASONS: Readonly<Record<PathGuess['kind'], string>> = {
  'missing-file': 'is not there',
  'missing-extension': 'is not there without its extension',
  'wrong-case': 'is spelt in another case',
  'wrong-normalization': 'is spelt in another Unicode form',
};

function messageOf({ kind, remark }: PathGuess, path: string): string {
  return `${path} ${REASONS[kind]}${remark === undefined ? '' : `: ${remark}`}`;
}

/**
 * Where files went since the branch began, by absolute paths; nothing where no history can be had.
 *
 * @req FP-LINK-009
 */
async function movesSince({ history }: Ports, root: string): Promise<Map<string, string | undefined>> {
  try {
    const { commit } = await history.mergeBase();
    const moves = await history.moves(commit);
    return new Map(
      moves.map(({ from, to }) => [resolvePath(root, from), to === undefined ? to : resolvePath(root, to)]),
    );
  } catch (error) {
    if (error instanceof ToolError) return new Map();
    throw error;
  }
}

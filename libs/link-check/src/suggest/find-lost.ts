import { resolvePath, ToolError, type Ports } from '@fixpoint/model';
import { parseTarget } from '../judge/parse-target';
import type { MissingFile, Problem } from '../judge/problem';
import { relativeTo } from '../scan/find-documents';
import type { Scan } from '../scan/scan-documents';
import type { Budget } from './closest';
import { indexFiles, type FileIndex } from './file-index';
import { suggestPaths, type PathGuess, type Search } from './suggest-paths';
import { writeTarget } from './write-target';

/** Links to absent files, and what may be done to find out what was meant. */
export interface LostLinks {
  readonly missing: readonly MissingFile[];
  /** Whether the history may be asked. */
  readonly history: boolean;
  readonly budget: Budget;
}

/** Looks for what links to absent files may have meant. The history is asked only where it may be, and only adds to what is said. */
export async function findLost(
  ports: Ports,
  scan: Scan,
  { missing, history, budget }: LostLinks,
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
  for (const lost of missing) problems.push(await toProblem(search, lost));
  return problems;
}

async function toProblem(search: Search, { document, link, path }: MissingFile): Promise<Problem> {
  const target = parseTarget(link.target);
  const written = target.kind === 'file' ? target.path : link.target;
  const guess = await suggestPaths(search, { document: document.path, written, path });
  const place = { workspace: search.tree.workspace, document: document.path };
  return {
    kind: guess.kind,
    document,
    link,
    message: messageOf(guess, relativeTo(search.root, path)),
    suggestions: guess.paths.map((meant) => writeTarget(place, link.target, meant)),
    isCertain: guess.isCertain,
  };
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

/** Where files went since the branch began, by absolute paths; nothing where no history can be had. */
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

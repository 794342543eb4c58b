import { posix } from 'node:path';
import { compareText, type MovedFile } from '@fixpoint/model';
import type { Git } from './history-port';

/** New files are looked at up to this number: each is hashed. */
const MOST_ADDED = 1000;

/**
 * What is gone since a commit, and where it went. Git itself tells renames among the files it knows of; otherwise a file went where
 * a new one has the same content, or else is the only new one of the same name.
 */
export async function findMoves(git: Git, base: string): Promise<readonly MovedFile[]> {
  const commit = await git.commit(base);
  if (commit === undefined) return [];
  const prefix = (await git.ask('rev-parse', '--show-prefix'))?.trim() ?? '';
  const changes =
    (await git.ask('diff', '--no-ext-diff', '-M', '--diff-filter=ADR', '--name-status', '-z', commit)) ?? '';
  const { moves, added } = parseNameStatus(changes);
  const gone = moves.filter(({ to }) => to === undefined).map(({ from }) => from);
  const found = gone.length === 0 ? new Map<string, string>() : await findAgain(git, { commit, gone, added });
  const relative = (path: string): string => posix.relative(prefix, path);
  return moves
    .map(({ from, to = found.get(from) }) => ({
      from: relative(from),
      ...(to !== undefined && { to: relative(to) }),
    }))
    .sort((a, b) => compareText(a.from, b.from));
}

/** `A\0path\0`, `D\0path\0` and `R100\0from\0to\0`, paths from the top of the repository. */
function parseNameStatus(output: string): { readonly moves: MovedFile[]; readonly added: string[] } {
  const fields = output.split('\0');
  const moves: MovedFile[] = [];
  const added: string[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const kind = fields[at]?.[0];
    const [from, to] = [fields[at + 1] as string, fields[at + 2]];
    if (kind === 'A') added.push(from);
    else moves.push(kind === 'R' ? { from, to } : { from });
    at += kind === 'R' ? 3 : 2;
  }
  return { moves, added };
}

interface Gone {
  readonly commit: string;
  readonly gone: readonly string[];
  /** New files that git knows of. */
  readonly added: readonly string[];
}

async function findAgain(git: Git, { commit, gone, added: known }: Gone): Promise<Map<string, string>> {
  const listed = await git.ask('ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/');
  const untracked = (listed ?? '').split('\0').filter(Boolean);
  const added = [...known, ...untracked].slice(0, MOST_ADDED);
  if (added.length === 0) return new Map();
  const before = await blobsOf(git, commit, gone);
  const top = (await git.ask('rev-parse', '--show-cdup'))?.trim() ?? '';
  const hashes = await git.ask('hash-object', '--', ...added.map((path) => `${top}${path}`));
  const hashed = hashes?.trim().split('\n') ?? [];
  return new Map(
    gone.flatMap((from) => {
      const same = added.filter((_, index) => hashed[index] === before.get(from));
      const named = added.filter((path) => posix.basename(path) === posix.basename(from));
      const [to] = same.length === 1 ? same : same.length === 0 && named.length === 1 ? named : [];
      return to === undefined ? [] : [[from, to] as const];
    }),
  );
}

/** Ids of the contents that files had. */
async function blobsOf(git: Git, commit: string, files: readonly string[]): Promise<Map<string, string>> {
  const listed = await git.ask('ls-tree', '-r', '-z', '--full-tree', commit, '--', ...files);
  const lines = (listed ?? '').split('\0').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [facts = '', path = ''] = line.split('\t');
      return [path, facts.split(' ')[2] ?? ''] as const;
    }),
  );
}

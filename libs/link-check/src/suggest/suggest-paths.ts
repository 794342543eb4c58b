import { placeOf } from '../judge/resolve-link';
import { below, isWithin, nameOf, parentOf, resolveFrom } from '../scan/paths';
import type { WorkspaceTree } from '../scan/workspace-tree';
import { closest, type Budget } from './closest';
import type { FileIndex } from './file-index';

/** What is known when a file is looked for that a link names and that is not there. */
export interface Search {
  readonly tree: WorkspaceTree;
  readonly root: string;
  readonly index: () => FileIndex;
  /** Where files went that the current change moves or deletes, by absolute path. */
  readonly moves: ReadonlyMap<string, string | undefined>;
  /** Where documents were before, by absolute path. */
  readonly origins: ReadonlyMap<string, string>;
  /** Names of directories by their folded spelling, as far as they were asked for. */
  readonly spellings: Map<string, ReadonlyMap<string, readonly string[]>>;
  readonly budget: Budget;
}

/** The link that leads to a file that is not there. */
export interface Lost {
  /** Absolute path of the document. */
  readonly document: string;
  /** The path of the link, decoded. */
  readonly written: string;
  /** Absolute path that it leads to. */
  readonly path: string;
}

/** What may have been meant. */
export interface PathGuess {
  readonly kind: 'missing-file' | 'missing-extension' | 'wrong-case' | 'wrong-normalization';
  /** Absolute paths, the likeliest first. */
  readonly paths: readonly string[];
  readonly isCertain: boolean;
  /** What is known of the file itself. */
  readonly remark?: string;
}

/**
 * What a path may have been meant for, the surest first: the same name spelt otherwise, where the current change moved it, the name with
 * its extension, the same path from another directory, the only file of that name elsewhere, and what is spelt most like it.
 */
export async function suggestPaths(search: Search, lost: Lost): Promise<PathGuess> {
  const guesses = [otherSpelling, moved, withExtension, fromElsewhere, sameName, similarName];
  const deleted = search.moves.has(lost.path) && search.moves.get(lost.path) === undefined;
  for (const guess of guesses) {
    const found = await guess(search, lost);
    if (found !== undefined) return deleted ? { ...found, remark: DELETED } : found;
  }
  return { kind: 'missing-file', paths: [], isCertain: false, ...(deleted && { remark: DELETED }) };
}

/** More are of no help. */
const MOST = 3;

const DELETED = 'this change deletes it';

type GuessPath = (search: Search, lost: Lost) => Promise<PathGuess | undefined> | PathGuess | undefined;

const certain = (kind: PathGuess['kind'], path: string, remark?: string): PathGuess => ({
  kind,
  paths: [path],
  isCertain: true,
  ...(remark !== undefined && { remark }),
});

const exists = async ({ tree }: Search, path: string): Promise<boolean> => {
  if (!isWithin(tree.workspace, path)) return false;
  await tree.open(parentOf(path));
  const { kind } = placeOf(tree, path);
  return (kind === 'file' || kind === 'directory') && !tree.rules.isIgnored(path, kind);
};

/** Follows the path from the workspace down, with names compared without case and Unicode form. */
const otherSpelling: GuessPath = async (search, { path }) => {
  const { workspace } = search.tree;
  if (path === workspace) return undefined;
  let places = [workspace];
  for (const segment of path.slice(workspace.length).split('/').filter(Boolean)) {
    const found: string[] = [];
    for (const place of places) {
      const names = (await spellingsIn(search, place)).get(foldName(segment)) ?? [];
      found.push(...names.map((name) => below(place, name)));
    }
    places = found.slice(0, MOST);
  }
  if (places.length === 0) return undefined;
  const isCase = places.every((place) => place.normalize('NFC') !== path.normalize('NFC'));
  return {
    kind: isCase ? 'wrong-case' : 'wrong-normalization',
    paths: places,
    isCertain: places.length === 1,
  };
};

async function spellingsIn(
  { tree, spellings }: Search,
  directory: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = spellings.get(directory);
  if (known !== undefined) return known;
  const names = new Map<string, string[]>();
  for (const { name, kind } of (await tree.open(directory))?.values() ?? [])
    if (kind !== 'other') names.set(foldName(name), [...(names.get(foldName(name)) ?? []), name]);
  spellings.set(directory, names);
  return names;
}

function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

const moved: GuessPath = async (search, { path, document, written }) => {
  const to = search.moves.get(path);
  if (to !== undefined && (await exists(search, to)))
    return certain('missing-file', to, 'this change moved it');
  const origin = search.origins.get(document);
  if (origin === undefined || written.startsWith('/')) return undefined;
  const before = resolveFrom(parentOf(origin), written);
  const now = search.moves.get(before) ?? before;
  return (await exists(search, now))
    ? certain('missing-file', now, 'this change moved the document')
    : undefined;
};

/** `guide` or `guide.html` for `guide.md`, and `\` for `/`. */
const withExtension: GuessPath = async (search, { path, document, written }) => {
  for (const extension of ['.md', '.markdown']) {
    if (await exists(search, `${path}${extension}`))
      return certain('missing-extension', `${path}${extension}`);
  }
  const source = path.replace(/\.html?$/, '.md');
  if (source !== path && (await exists(search, source))) return certain('missing-file', source);
  const slashed = resolveFrom(parentOf(document), written.replaceAll('\\', '/'));
  return written.includes('\\') && (await exists(search, slashed))
    ? certain('missing-file', slashed)
    : undefined;
};

/** The same path, counted from the workspace, the root, or the directory of the document. */
const fromElsewhere: GuessPath = async (search, { document, written, path }) => {
  const relative = written.replace(/^\/+/, '');
  const bases = [search.tree.workspace, search.root, parentOf(document)];
  const found = new Set<string>();
  for (const base of bases) {
    const candidate = resolveFrom(base, relative);
    if (candidate !== path && candidate !== base && (await exists(search, candidate))) found.add(candidate);
  }
  return found.size === 0
    ? undefined
    : { kind: 'missing-file', paths: [...found].sort(), isCertain: found.size === 1 };
};

/** Names that every directory may have say nothing by themselves. */
const COMMON_NAMES = /^(?:readme|index|changelog|license|contributing)(?:\.\w+)?$/;

const sameName: GuessPath = (search, { path }) => {
  const name = nameOf(path).toLowerCase();
  const named = search.index().get(name) ?? [];
  if (named.length > MOST_OF_A_NAME) return undefined;
  const likeness = (candidate: string): number => commonEnd(candidate, path);
  const most = Math.max(0, ...named.map(likeness));
  const least = COMMON_NAMES.test(name) ? 2 : 1;
  const found = most < least ? [] : named.filter((candidate) => likeness(candidate) === most);
  return found.length === 0
    ? undefined
    : { kind: 'missing-file', paths: found.slice(0, MOST), isCertain: found.length === 1 };
};

/** Of so many files of one name none is the one that was meant. */
const MOST_OF_A_NAME = 200;

/** How many names at the ends of two paths are the same. */
function commonEnd(a: string, b: string): number {
  const [left, right] = [a.toLowerCase().split('/').reverse(), b.toLowerCase().split('/').reverse()];
  const different = left.findIndex((name, index) => name !== right[index]);
  return different === -1 ? left.length : different;
}

const similarName: GuessPath = ({ tree, budget }, { path }) => {
  const directory = parentOf(path);
  const names = [...(tree.listing(directory)?.values() ?? [])]
    .filter(({ name, kind }) => kind !== 'other' && !tree.rules.isIgnored(below(directory, name), kind))
    .map(({ name }) => name);
  const wanted = nameOf(path);
  // The stem is what is misspelt; that two names end in `.md` makes them no more alike.
  const sameExtension = names.filter((name) => extensionOf(name) === extensionOf(wanted));
  const stems = new Map(sameExtension.map((name) => [stemOf(name), name]));
  const guess = closest(stemOf(wanted), [...stems.keys()], budget);
  const paths = guess.names.map((stem) => below(directory, stems.get(stem) as string));
  return paths.length === 0 ? undefined : { kind: 'missing-file', paths, isCertain: guess.isCertain };
};

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}

function stemOf(name: string): string {
  return name.slice(0, name.length - extensionOf(name).length);
}

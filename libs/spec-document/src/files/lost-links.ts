import {
  compareText,
  plainGlob,
  resolvePath,
  staticBase,
  type Finding,
  type Ports,
  type WorkspaceEntry,
} from '@fixpoint/model';
import picomatch from 'picomatch';
import { unreadableFinding } from './unreadable-finding';

/** What one glob can reach from its base. */
interface Reach {
  readonly base: string;
  /** Whether something below a path (relative to the base) can match. */
  readonly enters: (path: string) => boolean;
  readonly matches: (path: string) => boolean;
}

/** Directories in which links are made by package managers, and are nobody's specs. */
const NEVER_COMMITTED = new Set(['node_modules', '.git']);

/**
 * Symlinks that globs reach and through which nothing is read: those to directories, which are entered only where a glob names them, and those
 * that lead nowhere. A spec behind one would be lost without a word. No link is followed, so that the walk ends.
 */
export async function lostLinks(ports: Ports, globs: readonly string[]): Promise<Finding[]> {
  const plain = globs.map(plainGlob);
  const reaches = plain.filter((glob) => !glob.startsWith('!')).map(reachOf);
  const taken = plain.filter((glob) => glob.startsWith('!')).map((glob) => toPattern(glob.slice(1), true));
  const isTaken = (path: string): boolean => taken.some((pattern) => pattern.test(path));
  const isNamed = (path: string): boolean => reaches.some(({ base }) => `${base}/`.startsWith(`${path}/`));
  const found = new Map<string, Finding>();
  const walk = async (reach: Reach, below: string): Promise<void> => {
    const directory = joined(reach.base, below);
    for (const entry of (await ports.workspace.entries(resolvePath(ports.files.root, directory))) ?? []) {
      const inBase = joined(below, entry.name);
      const path = joined(reach.base, inBase);
      if (NEVER_COMMITTED.has(entry.name) || isTaken(path)) continue;
      if (entry.link === undefined && entry.kind === 'directory') {
        if (reach.enters(inBase)) await walk(reach, inBase);
      } else if (isLost(entry, reach, inBase) && !isNamed(path)) found.set(path, lostLink(path, entry));
    }
  };
  for (const reach of reaches) await walk(reach, '');
  return [...found.values()].sort((a, b) => compareText(a.file, b.file));
}

function isLost({ kind, link }: WorkspaceEntry, { enters, matches }: Reach, path: string): boolean {
  if (link === undefined || kind === 'file') return false;
  return enters(path) || (kind === 'other' && matches(path));
}

function reachOf(glob: string): Reach {
  const base = staticBase(glob);
  const rest = base === '' ? glob : glob.slice(base.length + 1);
  const pattern = toPattern(rest, false);
  const segments = rest.split('/').map(segmentTest);
  return {
    base,
    matches: (path) => pattern.test(path),
    enters: (path) => {
      const names = path.split('/');
      const deep = segments.indexOf('any');
      const fixed = deep === -1 ? segments.length - 1 : deep;
      // A name that begins with a dot is reached only by a segment that spells the dot.
      return names.every((name, index) => {
        const test = segments[index];
        return index < fixed ? test !== 'any' && test?.(name) : deep !== -1 && !name.startsWith('.');
      });
    },
  };
}

/** What a segment of a glob says of a name; `any` where it may be more than one segment. */
function segmentTest(segment: string): 'any' | ((name: string) => boolean) {
  const count = (letters: string): number => [...segment].filter((letter) => letters.includes(letter)).length;
  if (segment === '**' || count('{([') !== count('})]')) return 'any';
  const pattern = toPattern(segment, false);
  return (name) => pattern.test(name);
}

function toPattern(glob: string, dot: boolean): RegExp {
  return picomatch.makeRe(glob, { dot, nonegate: true });
}

function joined(directory: string, name: string): string {
  return directory === '' || name === '' ? directory + name : `${directory}/${name}`;
}

function lostLink(path: string, { kind }: WorkspaceEntry): Finding {
  const exclude = `exclude it by "!${path}" in "specs.files"`;
  return kind === 'directory'
    ? unreadableFinding({
        file: path,
        message: `${path} is a symlink to a directory, which is not entered: what lies in it is not read`,
        fix: `put the directory there instead of the link, name it in "specs.files" ("${path}/**/*.md"), or ${exclude}`,
      })
    : unreadableFinding({
        file: path,
        message: `${path} is a symlink that leads to no file and no directory`,
        fix: `correct the link, remove it, or ${exclude}`,
      });
}

import { ToolError } from './errors';
import { escapeGlob, relativePath } from './outside-files';
import type { Ports } from './ports';
import { readMatching, type FoundFile } from './read-matching';

/** What globs match, as far as it can be read. */
export interface ReadableFiles {
  /** Sorted by code unit. */
  readonly files: readonly FoundFile[];
  readonly refused: readonly RefusedFile[];
}

/** A file that a port refuses: a symlink that loops or leads out of the workspace, or one without permission. */
export interface RefusedFile {
  /** Relative to the root; `.` where the port names none. */
  readonly file: string;
  readonly message: string;
  /** What can be done about it, where that is known. */
  readonly fix?: string;
}

/** Files that are refused one after the other, before the rest is given up. */
const MOST_REFUSED = 50;

/**
 * `readMatching` for globs of which some files may be refused: each of them is taken out, and the others are read all the same. Where more than
 * 50 are refused, or the port names no file, nothing is read.
 */
export async function readReadable(ports: Ports, globs: readonly string[]): Promise<ReadableFiles> {
  const bases = outsideBases(globs);
  const excluded: string[] = [];
  const refused: RefusedFile[] = [];
  for (;;) {
    try {
      const without = excluded.flatMap((path) => ['', ...bases].map((base) => `!${base}${escapeGlob(path)}`));
      return { files: await readMatching(ports, [...globs, ...without]), refused };
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      const { file, message, fix } = error;
      const isNew = file !== undefined && !excluded.includes(file);
      if (isNew || refused.length === 0)
        refused.push({
          file: placeOf(file, { root: ports.files.root, globs, bases }),
          message,
          ...(fix !== undefined && { fix }),
        });
      if (!isNew || excluded.length >= MOST_REFUSED) return { files: [], refused };
      excluded.push(file);
    }
  }
}

/** The directories outside of the root from which globs go on, with a final slash: what is refused below one is named from it on. */
function outsideBases(globs: readonly string[]): string[] {
  const bases = globs.flatMap(
    (glob) => /^(?:\.\/)*(?:\.\.\/)(?:[^/*?[\]{}()!+@\\]+\/)*/.exec(glob)?.[0] ?? [],
  );
  return [...new Set(bases)];
}

function placeOf(
  file: string | undefined,
  {
    root,
    globs,
    bases,
  }: { readonly root: string; readonly globs: readonly string[]; readonly bases: readonly string[] },
): string {
  if (file === undefined) return '.';
  if (file.startsWith('/')) return relativePath(root, file);
  const [base = ''] = bases;
  const isOutside =
    bases.length === 1 && globs.every((glob) => glob.startsWith('!') || glob.startsWith(base));
  return isOutside ? base + file : file;
}

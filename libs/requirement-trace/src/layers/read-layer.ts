import {
  escapeGlob,
  readMatching,
  ToolError,
  type Finding,
  type FoundFile,
  type Ports,
} from '@fixpoint/model';

/** Files that are refused one after the other, before the rest is given up. */
const MOST_REFUSED = 50;

/** The files of a layer that can be read, and a finding for each that is refused. */
export interface ReadLayer {
  readonly files: readonly FoundFile[];
  readonly findings: readonly Finding[];
}

/**
 * Reads what some globs match. A file that a port refuses (a symlink that leads out of the workspace or loops, one without permission) is taken out, and the
 * others are read all the same.
 */
export async function readLayer(ports: Ports, globs: readonly string[]): Promise<ReadLayer> {
  const bases = outsideBases(globs);
  const refused: string[] = [];
  const findings: Finding[] = [];
  for (;;) {
    try {
      const excluded = refused.flatMap((path) => ['', ...bases].map((base) => `!${base}${escapeGlob(path)}`));
      return { files: await readMatching(ports, [...globs, ...excluded]), findings };
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      const { file } = error;
      const isNew = file !== undefined && !refused.includes(file);
      if (isNew || findings.length === 0) findings.push(unreadable(placeOf(file, globs, bases), error));
      if (!isNew || refused.length >= MOST_REFUSED) return { files: [], findings };
      refused.push(file);
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

function placeOf(file: string | undefined, globs: readonly string[], bases: readonly string[]): string {
  const [base = ''] = bases;
  const isOutside =
    bases.length === 1 && globs.every((glob) => glob.startsWith('!') || glob.startsWith(base));
  return file === undefined ? '.' : isOutside ? base + file : file;
}

function unreadable(file: string, { message, fix }: ToolError): Finding {
  return {
    id: 'trace/unreadable',
    severity: 'error',
    message,
    file,
    fix: fix ?? `make ${file} a readable file, or exclude it by a glob that begins with "!"`,
  };
}

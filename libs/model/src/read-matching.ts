import { compareText } from './finding';
import { isOutsideGlob, plainGlob, staticBase } from './glob-parts';
import { readNamedDirectory } from './outside-files';
import type { Ports } from './ports';

/** A file that a glob found. */
export interface FoundFile {
  /** Relative to the root; may lead out of it. */
  readonly path: string;
  /** Its text; bytes that are no UTF-8 are replaced. A byte order mark stays. */
  readonly text: string;
  readonly isUtf8: boolean;
}

/** Reads the files that any of the globs matches, sorted by code unit. Globs may begin with `../`; those with `!` take files out again. */
export async function readMatching(ports: Ports, globs: readonly string[]): Promise<FoundFile[]> {
  const inside = globs.filter((glob) => !isOutsideGlob(glob)).map(plainGlob);
  const paths = inside.some((glob) => !glob.startsWith('!')) ? await ports.files.list(inside) : [];
  const found = await Promise.all(paths.map((path) => readInside(ports, path)));
  const outside = await Promise.all(
    globs
      .filter((glob) => isOutsideGlob(glob) && !glob.startsWith('!'))
      .map((glob) => readOutside(ports, glob, globs)),
  );
  const byPath = new Map([...found.flat(), ...outside.flat()].map((file) => [file.path, file]));
  return [...byPath.values()].sort((a, b) => compareText(a.path, b.path));
}

async function readInside({ files }: Ports, path: string): Promise<FoundFile[]> {
  const bytes = await files.readBytes(path);
  if (bytes === undefined) return [];
  const decode = (fatal: boolean): string =>
    new TextDecoder('utf-8', { fatal, ignoreBOM: true }).decode(bytes);
  try {
    return [{ path, text: decode(true), isUtf8: true }];
  } catch {
    return [{ path, text: decode(false), isUtf8: false }];
  }
}

async function readOutside(ports: Ports, glob: string, globs: readonly string[]): Promise<FoundFile[]> {
  const base = staticBase(glob);
  const excluded = globs
    .filter((other) => other.startsWith(`!${base}/`))
    .map((other) => `!${other.slice(base.length + 2)}`);
  const files = await readNamedDirectory(ports, base, [glob.slice(base.length + 1), ...excluded]);
  return files.map(({ path, text }) => ({ path: `${base}/${path}`, text, isUtf8: true }));
}

import { compareText } from './finding';
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
  const isOutside = (glob: string): boolean => /^!?(?:\.\/)*\.\.\//.test(glob);
  const inside = globs.filter((glob) => !isOutside(glob)).map((glob) => glob.replace(/^(!?)(?:\.\/)+/, '$1'));
  const paths = inside.some((glob) => !glob.startsWith('!')) ? await ports.files.list(inside) : [];
  const found = await Promise.all(paths.map((path) => readInside(ports, path)));
  const outside = await Promise.all(
    globs
      .filter((glob) => isOutside(glob) && !glob.startsWith('!'))
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

/** The directories at the beginning of a glob in which nothing is a pattern. */
function staticBase(glob: string): string {
  const segments = glob.split('/').slice(0, -1);
  const pattern = segments.findIndex((segment) => /[*?[\]{}()!+@\\]/.test(segment));
  return segments.slice(0, pattern === -1 ? segments.length : pattern).join('/');
}

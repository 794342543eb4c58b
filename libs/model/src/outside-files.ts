import type { PackageFile, Ports } from './ports';

/**
 * Reads a file that the marker names relative to the root. It may lie outside (a wrapper's source beside its `cli_manifest`):
 * the file port refuses such paths, so the directory that holds the file is read as that of a package is.
 */
export async function readNamedFile({ files, packages }: Ports, path: string): Promise<string | undefined> {
  if (!leavesRoot(path)) return files.readText(path);
  const place = resolvePath(files.root, path);
  const cut = place.lastIndexOf('/');
  const [file] = await packages.readFiles(place.slice(0, cut), [escapeGlob(place.slice(cut + 1))]);
  return file?.text;
}

/** The files below a directory that the marker names relative to the root; their paths are relative to that directory. */
export async function readNamedDirectory(
  { files, packages }: Ports,
  directory: string,
  globs: readonly string[],
): Promise<readonly PackageFile[]> {
  if (leavesRoot(directory)) return packages.readFiles(resolvePath(files.root, directory), globs);
  const prefix = resolvePath('', directory).slice(1);
  const below = prefix === '' ? '' : `${prefix}/`;
  const paths = await files.list(globs.map((glob) => rebase(glob, escapeGlob(below))));
  const texts = await Promise.all(paths.map((path) => files.readText(path)));
  return paths.flatMap((path, index) => {
    const text = texts[index];
    return text === undefined ? [] : [{ path: path.slice(below.length), text }];
  });
}

function rebase(glob: string, below: string): string {
  return glob.startsWith('!') ? `!${below}${glob.slice(1)}` : `${below}${glob}`;
}

/** Whether a path relative to the root leads out of it. */
function leavesRoot(path: string): boolean {
  return path.split(/[/\\]/).includes('..');
}

/** An absolute path from an absolute directory and a path relative to it, with `/`. */
export function resolvePath(directory: string, path: string): string {
  const segments = directory.replaceAll('\\', '/').replace(/\/$/, '').split('/');
  for (const segment of path.replaceAll('\\', '/').split('/')) {
    if (segment === '..' && segments.length > 1) segments.pop();
    else if (segment !== '' && segment !== '.' && segment !== '..') segments.push(segment);
  }
  return segments.join('/') || '/';
}

/** A path relative to an absolute directory that leads to another one, with `/` and `..`; empty when they are the same. */
export function relativePath(from: string, to: string): string {
  const segmentsOf = (path: string): string[] => resolvePath(path, '').split('/').filter(Boolean);
  const source = segmentsOf(from);
  const destination = segmentsOf(to);
  let shared = 0;
  while (shared < source.length && source[shared] === destination[shared]) shared += 1;
  return [...source.slice(shared).map(() => '..'), ...destination.slice(shared)].join('/');
}

/** A path as a glob that matches it alone. */
export function escapeGlob(name: string): string {
  return name.replace(/[()[\]{}!*?@+|\\]/g, '\\$&');
}

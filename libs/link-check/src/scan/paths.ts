import { relativePath } from '@fixpoint/model';

/** The directory that holds an absolute path; `/` holds itself. */
export function parentOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut <= 0 ? '/' : path.slice(0, cut);
}

/** The last name of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** An absolute path below a directory. */
export function below(directory: string, name: string): string {
  return directory === '/' ? `/${name}` : `${directory}/${name}`;
}

/** Whether a path is a directory or lies below it. */
export function isWithin(directory: string, path: string): boolean {
  return directory === '/' || path === directory || path.startsWith(`${directory}/`);
}

/** The absolute path that a relative one leads to from a directory; a `\` is a letter like any other, as it is to a browser on a page. */
export function resolveFrom(directory: string, path: string): string {
  const segments = directory === '/' ? [''] : directory.split('/');
  for (const segment of path.split('/')) {
    if (segment !== '..' && segment !== '' && segment !== '.') segments.push(segment);
    else if (segment === '..' && segments.length > 1) segments.pop();
  }
  return segments.join('/') || '/';
}

/** A path as globs see it: relative to the root, with `..` for what lies outside of it. */
export function relativeTo(root: string, path: string): string {
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : relativePath(root, path);
}

/** A file that holds the page of one command. */
export interface PagePlace {
  /** As it was given. */
  readonly file: string;
  readonly tool: string;
  /** The command's path; the root is empty. */
  readonly path: readonly string[];
}

/** Name of the page of a tool's root command. */
const ROOT_PAGE = '_root.txt';
const META = '_meta.json';
const EXTENSION = '.txt';
const PAGES = 'pages';

/**
 * Finds the pages in a tree of files, given as paths relative to its top directory with `/`. A tool's directory holds
 * `_root.txt`, `a.txt` for the command `a` and `a/b.txt` for `a b`. The top may be one tool's directory, a directory of
 * tools, or a directory with such a one named `pages`. Files that are no pages are left out; the order is the given one.
 *
 * @param top name of the top directory: the tool's, when the top is one tool's directory
 */
export function locatePages(files: readonly string[], top: string): PagePlace[] {
  const split = files.map((file) => ({ file, parts: file.split('/') }));
  const isOneTool = split.some(({ parts }) => parts.length === 1 && isMark(parts[0]));
  const hasPages = !isOneTool && split.some(({ parts }) => parts[0] === PAGES && parts.length > 2);
  const isManyTools = hasPages || split.some(({ parts }) => parts.length === 2 && isMark(parts[1]));
  return split
    .filter(({ file, parts }) => file.endsWith(EXTENSION) && (!hasPages || parts[0] === PAGES))
    .flatMap(({ file, parts }) => {
      const below = hasPages ? parts.slice(1) : parts;
      if (isOneTool || !isManyTools) return [{ file, tool: top, path: toPath(below) }];
      const [tool = '', ...rest] = below;
      return rest.length === 0 ? [] : [{ file, tool, path: toPath(rest) }];
    });
}

function isMark(name: string | undefined): boolean {
  return name === ROOT_PAGE || name === META;
}

function toPath(parts: readonly string[]): string[] {
  if (parts.length === 1 && parts[0] === ROOT_PAGE) return [];
  return [...parts.slice(0, -1), (parts.at(-1) as string).slice(0, -EXTENSION.length)];
}

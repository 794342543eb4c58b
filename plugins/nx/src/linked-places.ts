import { dirname, join, relative } from 'node:path/posix';

/** Where a target of a link may begin and end: in angle brackets, in quotes of HTML, and bare. */
const SPELLINGS = [/<([^<>\n]*)>/g, /=\s*(?:"([^"]*)"|'([^']*)')/g, /(?:\]\(|\]:|=)[\s>]*([^\s<>"']+)/g];

/**
 * Places outside of a root that a page of it may link to, relative to the root, as globs. Looking is enough here, since a place too many is
 * an input too many; one too few would let the cache answer for a file that is gone.
 */
export function linkedPlaces(root: string, page: { readonly path: string; readonly text: string }): string[] {
  // Absolute paths are meant from the workspace.
  const top = relative(root, '.');
  const directory = dirname(page.path);
  return (
    candidatesIn(page.text)
      .map((target) => (target.startsWith('/') ? join(top, target) : join(directory, target)))
      .map((place) => place.replace(/\/+$/, ''))
      .filter((place) => place.startsWith('../'))
      .map(toGlob)
      // A directory is all that is in it, and its name does not tell that it is one, except for pages.
      .flatMap((place) => (place.endsWith('.md') ? [place] : [place, `${place}/**/*`]))
  );
}

function candidatesIn(text: string): string[] {
  // Most pages link to nothing but their neighbours.
  if (!text.includes('../') && !/[(<"'=:\s]\/[^/\s]/.test(text)) return [];
  return SPELLINGS.flatMap((spelling) => [...text.matchAll(spelling)])
    .flatMap(([all, first, second]) =>
      all.startsWith('](') ? inParentheses(first ?? '') : (first ?? second ?? []),
    )
    .flatMap((target) => [target, ...target.split(/[\s,]+/)])
    .map((target) => target.replace(/[?#].*$/s, ''))
    .flatMap((target) => [target, decoded(target)])
    .filter((target) => (target.includes('../') || target.startsWith('/')) && !/^\/\/|\n/.test(target));
}

/** The text before the parenthesis that closes more than was opened in it. */
function inParentheses(text: string): string {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/\\.|[()]/g)) {
    if (mark === '(') depth += 1;
    else if (mark === ')' && depth === 0) return text.slice(0, index);
    else if (mark === ')') depth -= 1;
  }
  return text;
}

function decoded(target: string): string {
  const plain = target.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&amp;', '&');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

/** A path with what means something in a glob as any character. */
function toGlob(path: string): string {
  return path.replace(/[[\]{}*!()\\]/g, '?');
}

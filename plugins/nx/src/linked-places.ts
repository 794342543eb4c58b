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
      // A directory is all that is in it, and its name does not tell that it is one.
      .flatMap((place) => [place, `${place}/**/*`])
  );
}

function candidatesIn(text: string): string[] {
  // Most pages link to nothing but their neighbours.
  if (!text.includes('../') && !/[(<"'=:\s]\/[^/\s]/.test(text)) return [];
  return SPELLINGS.flatMap((spelling) => [...text.matchAll(spelling)])
    .flatMap(([, first, second]) => first ?? second ?? [])
    .flatMap((target) => [target, ...target.split(/[\s,]+/)])
    .flatMap(endsOf)
    .map((target) => target.replace(/[?#].*$/s, ''))
    .flatMap((target) => [target, decoded(target)])
    .filter((target) => (target.includes('../') || target.startsWith('/')) && !/^\/\/|\n/.test(target));
}

/** A target up to each parenthesis that may be its end. */
function endsOf(target: string): string[] {
  const ends = [...target.matchAll(/\)/g)].map(({ index }) => target.slice(0, index));
  return [target, ...ends.slice(0, 8)];
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

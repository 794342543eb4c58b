import { relativePath } from '@fixpoint/model';

/**
 * The way from a page to a place in a file, `file#anchor` or the file alone, as the target of a Markdown link. All paths are relative to one root; the
 * file may lie outside of it (`../`).
 */
export function linkTarget(page: string, file: string, place = file): string {
  const directories = page.split('/').slice(0, -1);
  const way = file.startsWith('../')
    ? `${'../'.repeat(directories.length)}${file}`
    : relativePath(`/${directories.join('/')}`, `/${file}`);
  const anchor = place.startsWith(`${file}#`) ? `#${encoded(place.slice(file.length + 1))}` : '';
  return encoded(way) + anchor;
}

function encoded(text: string): string {
  return encodeURI(text).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

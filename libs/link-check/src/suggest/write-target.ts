import { relativePath } from '@fixpoint/model';
import { parentOf } from '../scan/paths';
import { parseTarget } from '../judge/parse-target';

/**
 * A link to another path, written as the first one is: from the workspace or from the document, with `./` or without. What follows the
 * path is kept, but for the anchor where another one is given.
 */
export function writeTarget(
  { workspace, document }: { readonly workspace: string; readonly document: string },
  link: string,
  { path, anchor }: { readonly path: string; readonly anchor?: string },
): string {
  const target = parseTarget(link);
  const { written } =
    target.kind === 'file' ? target : { written: { path: '', query: '', fragment: undefined } };
  const name = anchor === undefined ? written.fragment : encodeAnchor(anchor);
  const fragment = name === undefined ? '' : `#${name}`;
  const slash = written.path.endsWith('/') ? '/' : '';
  const encoded = encodePath(pathFrom({ workspace, document }, written.path, path));
  return `${encoded}${encoded.endsWith('/') ? '' : slash}${written.query}${fragment}`;
}

function pathFrom(
  { workspace, document }: { readonly workspace: string; readonly document: string },
  written: string,
  path: string,
): string {
  if (written.startsWith('/')) return `/${relativePath(workspace, path)}`;
  const relative = relativePath(parentOf(document), path) || '.';
  return written.startsWith('./') && !relative.startsWith('.') ? `./${relative}` : relative;
}

/** A path with what would end or change an address made percent codes; letters of any language stay. */
function encodePath(path: string): string {
  return path.replace(/[\s%?#<>()"|\\&]/g, (letter) => {
    const code = letter.codePointAt(0) as number;
    return code < 0x80 ? `%${code.toString(16).toUpperCase().padStart(2, '0')}` : encodeURIComponent(letter);
  });
}

/** An anchor as it stands behind `#`. */
export function encodeAnchor(anchor: string): string {
  return anchor.replace(
    /[\s%<>()"|\\]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

import { relativePath } from '@fixpoint/model';
import { parentOf } from '../scan/paths';
import { parseTarget } from '../judge/parse-target';

/** A link to another path, written as the first one is: from the workspace or from the document, with `./` or without, and what follows the path kept. */
export function writeTarget(
  { workspace, document }: { readonly workspace: string; readonly document: string },
  link: string,
  path: string,
): string {
  const target = parseTarget(link);
  const { written } =
    target.kind === 'file' ? target : { written: { path: '', query: '', fragment: undefined } };
  const fragment = written.fragment === undefined ? '' : `#${written.fragment}`;
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

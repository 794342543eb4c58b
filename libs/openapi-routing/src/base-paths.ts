import type { Located, OpenApiDocument, Operation } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';

/** Values of server variables that are combined with one another. */
const MOST_PATHS = 64;

/**
 * The paths below which an operation is served: those of the servers of the operation, of its path item or of the document, the first of
 * them that names any. Without a final slash; the root is the empty string.
 */
export function basePathsOf(document: OpenApiDocument, operation: Operation): string[] {
  const item = pathItemOf(document, operation);
  const servers = [operation.place, item, document.root]
    .map((owner) => owner && document.child(owner, 'servers'))
    .find((list) => Array.isArray(list?.value) && list.value.length > 0);
  const list = Array.isArray(servers?.value) ? (servers.value as readonly unknown[]) : [];
  const paths = list.filter(isRecord).flatMap((server) => expand(server).map(pathOf));
  return paths.length === 0 ? [''] : [...new Set(paths)];
}

function pathItemOf(document: OpenApiDocument, { path }: Operation): Located | undefined {
  const item = document.child(document.root, 'paths', path);
  return item && document.resolve(item);
}

function expand({ url, variables }: Record<string, unknown>): string[] {
  if (typeof url !== 'string') return [];
  let urls = [url];
  for (const [name, variable] of Object.entries(isRecord(variables) ? variables : {})) {
    const { default: usual, enum: others } = isRecord(variable) ? variable : {};
    const values = [usual, ...(Array.isArray(others) ? (others as readonly unknown[]) : [])].map(String);
    const distinct = [...new Set(values)];
    urls = urls.flatMap((known) =>
      known.includes(`{${name}}`) ? distinct.map((value) => known.replaceAll(`{${name}}`, value)) : [known],
    );
    urls = urls.slice(0, MOST_PATHS);
  }
  return urls;
}

function pathOf(url: string): string {
  const path = url.replace(/^[a-z][a-z0-9+.-]*:/i, '').replace(/^\/\/[^/?#]*/, '');
  const plain = path.replace(/[?#].*$/, '').replace(/\/+$/, '');
  return plain === '' || plain.startsWith('/') ? plain : `/${plain}`;
}

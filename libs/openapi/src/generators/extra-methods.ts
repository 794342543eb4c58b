import { isRecord } from '@fixpoint/structured-text';

type Open = Record<string, unknown>;

/** The methods that every version of OpenAPI names; the others came with 3.2. */
const COMMON = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** An operation by a method that the types generator does not know, and the path under which it is shown to it. */
export interface StandIn {
  readonly path: string;
  readonly method: string;
  readonly shownAs: string;
}

/** The part of a syntax tree of TypeScript that is touched here; nodes are plain objects. */
interface SyntaxNode {
  readonly name?: { readonly text?: string };
  readonly type?: SyntaxNode;
  readonly members?: SyntaxNode[];
}

/** Shows operations by `query` and `additionalOperations` as those by `post` of paths that nothing else uses. */
export function showExtraMethods(document: Open): StandIn[] {
  const paths = document['paths'];
  if (!isRecord(paths)) return [];
  const standIns: StandIn[] = [];
  for (const [path, item] of Object.entries(paths)) {
    if (!isRecord(item)) continue;
    for (const [method, operation] of extraOperations(item)) {
      const shownAs = `/${standIns.length} ${path}`;
      const { operationId: _id, ...shown } = operation;
      (paths as Open)[shownAs] = { parameters: item['parameters'] ?? [], post: shown };
      standIns.push({ path, method, shownAs });
    }
    delete (item as Open)['query'];
    delete (item as Open)['additionalOperations'];
  }
  return standIns;
}

function extraOperations(item: Readonly<Open>): [string, Open][] {
  const { query, additionalOperations } = item;
  const additional = isRecord(additionalOperations) ? Object.entries(additionalOperations) : [];
  return [['query', query] as const, ...additional].flatMap(([method, operation]): [string, Open][] =>
    isRecord(operation) && !COMMON.has(method) ? [[method, operation as Open]] : [],
  );
}

/** Puts what was generated for the stand-ins where it belongs, and takes them out of the tree. */
export function placeExtraMethods(
  nodes: readonly unknown[],
  standIns: readonly StandIn[],
  toName: (method: string) => unknown,
): void {
  const paths = (nodes as SyntaxNode[]).find(({ name }) => name?.text === 'paths')?.members ?? [];
  const typeOf = (path: string): SyntaxNode[] =>
    paths.find(({ name }) => name?.text === path)?.type?.members ?? [];
  for (const { path, method, shownAs } of standIns) {
    const shown = typeOf(shownAs).find(({ name }) => name?.text === 'post');
    const index = paths.findIndex(({ name }) => name?.text === shownAs);
    if (shown === undefined) continue;
    (shown as { name?: unknown }).name = toName(method);
    typeOf(path).push(shown);
    paths.splice(index, 1);
  }
}

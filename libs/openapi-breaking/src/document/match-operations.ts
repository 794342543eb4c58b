import type { OpenApiDocument, Operation } from '@fixpoint/openapi-document';
import { serversOf } from './servers';
import { templateShape } from './path-template';

/** Operations of two documents: those that are the same, and those that only one has. */
export interface MatchedOperations {
  readonly pairs: readonly { readonly old: Operation; readonly now: Operation }[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
  /** Paths and servers changed together, so that the URLs are the same. */
  readonly isMoved: boolean;
}

/**
 * Operations are the same when method and path are, whatever the parameters of the path are called. Where the base path of
 * the servers is another one, whole URLs are compared if more of them are the same than of the paths alone.
 */
export function matchOperations(old: OpenApiDocument, now: OpenApiDocument): MatchedOperations {
  const plain = matchBy(old, now, ({ path }) => path);
  const [was, is] = [serversOf(old)[0]?.basePath ?? '', serversOf(now)[0]?.basePath ?? ''];
  if (was === is) return { ...plain, isMoved: false };
  const whole = matchBy(old, now, ({ path }, document) => `${document === old ? was : is}${path}`);
  return whole.pairs.length > plain.pairs.length ? { ...whole, isMoved: true } : { ...plain, isMoved: false };
}

function matchBy(
  old: OpenApiDocument,
  now: OpenApiDocument,
  pathOf: (operation: Operation, document: OpenApiDocument) => string,
): Omit<MatchedOperations, 'isMoved'> {
  const keyOf = (operation: Operation, document: OpenApiDocument): string =>
    `${operation.method} ${templateShape(pathOf(operation, document))}`;
  const olds = new Map(old.operations.map((operation) => [keyOf(operation, old), operation]));
  const nows = new Map(now.operations.map((operation) => [keyOf(operation, now), operation]));
  return {
    pairs: [...olds].flatMap(([key, operation]) => {
      const partner = nows.get(key);
      return partner === undefined ? [] : [{ old: operation, now: partner }];
    }),
    removed: [...olds].filter(([key]) => !nows.has(key)).map(([, operation]) => operation),
    added: [...nows].filter(([key]) => !olds.has(key)).map(([, operation]) => operation),
  };
}

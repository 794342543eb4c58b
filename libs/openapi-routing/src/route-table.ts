import type { OpenApiDocument, Operation } from '@fixpoint/openapi-document';
import { basePathsOf } from './base-paths';
import { pathTemplate, type PathTemplate } from './path-template';

/** An operation of one of several documents. */
export interface Claim {
  readonly document: OpenApiDocument;
  readonly operation: Operation;
}

/** An operation that takes a request. */
export interface Match extends Claim {
  /** Path parameters by name, as they stand in the path (percent-encoded). */
  readonly pathValues: ReadonlyMap<string, string>;
}

/** All operations of some documents, found by path and method. */
export interface RouteTable {
  readonly claims: readonly Claim[];
  /** Pairs of operations that take the same paths with the same method; the first one gets the requests. */
  readonly conflicts: readonly (readonly [Claim, Claim])[];
  /** The most literal operation that takes a request; undefined when there is none. */
  find(method: string, path: string): Match | undefined;
  /** Methods of the operations that take a path, in upper case. */
  methodsOf(path: string): readonly string[];
}

interface Route extends Claim {
  readonly template: PathTemplate;
  readonly method: string;
  /** Whether the path of a server is part of the template. */
  readonly isBased: boolean;
}

/**
 * The operations of several documents in one table. A path may have the base path of a server or be without it: a consumer's pact has what
 * its client was set up with. A literal segment wins over a template, from the left.
 */
export function routeTable(documents: readonly OpenApiDocument[]): RouteTable {
  const claims = documents.flatMap((document) =>
    document.operations.map((operation) => ({ document, operation })),
  );
  const routes = claims.flatMap(routesOf).sort(byRank);
  const byLength = new Map<number, Route[]>();
  for (const route of routes) {
    const { length } = route.template;
    const same = byLength.get(length);
    if (same === undefined) byLength.set(length, [route]);
    else same.push(route);
  }
  // No request has a question mark in its path: it would begin the query.
  const taking = (path: string): readonly Route[] =>
    path.includes('?')
      ? []
      : (byLength.get(path.split('/').length) ?? []).filter(
          ({ template }) => template.match(path) !== undefined,
        );
  return {
    claims,
    conflicts: conflictsOf(routes, claims),
    find(method, path) {
      const wanted = method.toUpperCase();
      const route = taking(path).find((candidate) => candidate.method === wanted);
      if (route === undefined) return undefined;
      const { document, operation, template } = route;
      return { document, operation, pathValues: template.match(path) ?? new Map() };
    },
    methodsOf: (path) => [...new Set(taking(path).map(({ method }) => method))],
  };
}

function routesOf(claim: Claim): Route[] {
  const method = claim.operation.method.toUpperCase();
  const bases = basePathsOf(claim.document, claim.operation);
  const based = bases.map((base) => ({
    ...claim,
    method,
    isBased: true,
    template: pathTemplate(`${base}${claim.operation.path}`),
  }));
  if (bases.includes('')) return based;
  return [...based, { ...claim, method, isBased: false, template: pathTemplate(claim.operation.path) }];
}

// The sort is stable: what is equal stays in the order of the documents.
function byRank(a: Route, b: Route): number {
  if (a.isBased !== b.isBased) return a.isBased ? -1 : 1;
  return a.template.rank < b.template.rank ? -1 : a.template.rank > b.template.rank ? 1 : 0;
}

function conflictsOf(routes: readonly Route[], claims: readonly Claim[]): (readonly [Claim, Claim])[] {
  const firsts = new Map<string, Route>();
  const pairs = new Map<string, readonly [Claim, Claim]>();
  const numberOf = ({ operation }: Claim) => claims.findIndex((claim) => claim.operation === operation);
  for (const route of routes.filter(({ isBased }) => isBased)) {
    const key = `${route.method} ${route.template.shape}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, route);
    else if (first.operation !== route.operation) {
      pairs.set(`${numberOf(first)} ${numberOf(route)}`, [toClaim(first), toClaim(route)]);
    }
  }
  return [...pairs.values()];
}

function toClaim({ document, operation }: Route): Claim {
  return { document, operation };
}

import type { Located } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import { cookiesOf, headerOf, queryValues } from './fields';
import { isMeantToSucceed, type Exchange, type Issue } from './issue';

/** What a scheme asks a request for. */
interface Credential {
  readonly isThere: boolean;
  /** In words: `the header "X-Key"`. */
  readonly name: string;
}

/** Credentials that the operation demands: all schemes of one of its requirements. */
export function checkSecurity(exchange: Exchange): Issue[] {
  const requirements = requirementsOf(exchange);
  if (requirements === undefined || !isMeantToSucceed(exchange.interaction)) return [];
  const lists = (requirements.value as readonly unknown[])
    .filter(isRecord)
    .map((requirement) => Object.keys(requirement).map((scheme) => credentialOf(exchange, scheme)));
  if (lists.length === 0 || lists.some((list) => list.every(({ isThere }) => isThere))) return [];
  const wanted = lists.map((list) => list.map(({ name }) => name).join(' and ')).join(', or ');
  const message = `the request has no credentials: ${wanted}`;
  return [
    {
      id: 'missing-credentials',
      severity: 'error',
      at: '/request',
      message,
      rule: requirements,
      expected: wanted,
    },
  ];
}

/** Names of query parameters and headers (in lower case) that carry credentials. */
export function credentialNames(exchange: Exchange): {
  readonly query: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
} {
  const requirements = requirementsOf(exchange)?.value as readonly unknown[] | undefined;
  const schemes = (requirements ?? [])
    .filter(isRecord)
    .flatMap((requirement) => Object.keys(requirement))
    .map((name) => schemeOf(exchange, name) ?? {});
  const named = (place: string) =>
    schemes.filter((scheme) => scheme['in'] === place).map((scheme) => String(scheme['name']));
  return {
    query: new Set(named('query')),
    headers: new Set(named('header').map((name) => name.toLowerCase())),
  };
}

function requirementsOf({ document, operation }: Exchange): Located | undefined {
  const own = document.child(operation.place, 'security');
  const requirements = own ?? document.child(document.root, 'security');
  return Array.isArray(requirements?.value) ? requirements : undefined;
}

function schemeOf({ document }: Exchange, name: string): Readonly<Record<string, unknown>> | undefined {
  const scheme = document.child(document.root, 'components', 'securitySchemes', name);
  const value = scheme && document.resolve(scheme).value;
  return isRecord(value) ? value : undefined;
}

// Of OAuth, OpenID Connect and mutual TLS a request does not show that it has them; nor can it have a scheme that is not defined.
function credentialOf(exchange: Exchange, schemeName: string): Credential {
  const scheme = schemeOf(exchange, schemeName) ?? {};
  const { headers, query } = exchange.interaction.request;
  const name = String(scheme['name']);
  if (scheme['type'] === 'http') {
    const kind = String(scheme['scheme']).toLowerCase();
    const authorization = headerOf(headers, 'authorization')?.text.toLowerCase() ?? '';
    return { isThere: authorization.startsWith(`${kind} `), name: `the header "Authorization" with ${kind}` };
  }
  if (scheme['type'] !== 'apiKey') return { isThere: true, name: schemeName };
  if (scheme['in'] === 'header')
    return { isThere: headerOf(headers, name) !== undefined, name: `the header "${name}"` };
  if (scheme['in'] === 'query')
    return { isThere: queryValues(query, name) !== undefined, name: `the query parameter "${name}"` };
  return { isThere: cookiesOf(headers).has(name), name: `the cookie "${name}"` };
}

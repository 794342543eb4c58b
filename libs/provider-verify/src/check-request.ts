import type { Located } from '@fixpoint/openapi-document';
import { matchMediaType, mediaTypesOf, responseFor, typeOf, type MediaType } from '@fixpoint/openapi-routing';
import { isRecord, toPointer } from '@fixpoint/structured-text';
import { bodyIssues } from './check-body';
import { checkParameters } from './check-parameters';
import { checkSecurity, credentialNames } from './check-security';
import { headerOf } from './fields';
import { isMeantToSucceed, severityFor, type Exchange, type Issue } from './issue';
import { REQUEST_HEADERS } from './standard-headers';

/** Everything in the request of an interaction that its operation does not take. */
export function checkRequest(exchange: Exchange): Issue[] {
  const { issues, queryNames } = checkParameters(exchange);
  return [
    ...issues,
    ...checkSecurity(exchange),
    ...unknownQuery(exchange, queryNames),
    ...unknownHeaders(exchange),
    ...checkAccept(exchange),
    ...checkBody(exchange),
  ];
}

function unknownQuery(exchange: Exchange, declared: ReadonlySet<string> | undefined): Issue[] {
  const { interaction, operation } = exchange;
  if (declared === undefined || !isMeantToSucceed(interaction)) return [];
  const credentials = credentialNames(exchange).query;
  return Object.keys(interaction.request.query)
    .filter((name) => !declared.has(name) && !credentials.has(name))
    .map((name) => ({
      id: 'unknown-query',
      severity: 'warning',
      at: `/request/query${toPointer([name])}`,
      message: `the query parameter "${name}" is not declared`,
      rule: operation.place,
    }));
}

function unknownHeaders(exchange: Exchange): Issue[] {
  const { interaction, operation } = exchange;
  if (!isMeantToSucceed(interaction)) return [];
  const declared = operation.parameters
    .filter(({ value }) => value['in'] === 'header')
    .map(({ value }) => String(value['name']).toLowerCase());
  const known = new Set([...declared, ...credentialNames(exchange).headers, ...REQUEST_HEADERS]);
  return Object.keys(interaction.request.headers)
    .filter((name) => !known.has(name.toLowerCase()))
    .map((name) => ({
      id: 'unknown-request-header',
      severity: 'warning',
      at: `/request/headers${toPointer([name])}`,
      message: `the request header "${name}" is not declared`,
      rule: operation.place,
    }));
}

/** Whether anything that the operation produces is what the client accepts. */
function checkAccept({ interaction, document, operation }: Exchange): Issue[] {
  const accept = headerOf(interaction.request.headers, 'accept');
  if (accept === undefined) return [];
  const at = `/request/headers${toPointer([accept.name])}`;
  const responses = document.child(operation.place, 'responses');
  const all = isRecord(responses?.value)
    ? Object.keys(responses.value).flatMap((key) => contentOf(document.child(responses, key)))
    : [];
  function contentOf(place: Located | undefined): MediaType[] {
    return place === undefined ? [] : mediaTypesOf(document, document.resolve(place));
  }
  if (all.length === 0) {
    const message = `the client accepts ${accept.text}, but the operation produces nothing that has a media type`;
    return [
      {
        id: 'accept-undeclared',
        severity: 'warning',
        at,
        message,
        rule: operation.place,
        actual: accept.text,
      },
    ];
  }
  const response = responseFor(document, operation, interaction.response.status);
  const own = contentOf(response?.place);
  if (own.length === 0 || matchMediaType(accept.text, all) !== undefined) return [];
  const expected = [...new Set(all.map(({ type }) => type))].join(', ');
  return [
    {
      id: 'accept',
      severity: severityFor(interaction),
      at,
      message: `the client accepts ${accept.text}, and the operation produces only ${expected}`,
      rule: response?.place ?? operation.place,
      expected,
      actual: accept.text,
    },
  ];
}

function checkBody(exchange: Exchange): Issue[] {
  const { interaction, document, operation } = exchange;
  const declared = document.child(operation.place, 'requestBody');
  const owner = declared && document.resolve(declared);
  const types = owner === undefined ? [] : mediaTypesOf(document, owner);
  const header = headerOf(interaction.request.headers, 'content-type');
  const media =
    matchMediaType(header?.text ?? 'application/json', types) ??
    (header === undefined ? types[0] : undefined);
  const issues = contentTypeIssues(exchange, { types, media, owner: owner ?? operation.place });
  if (!isMeantToSucceed(interaction)) return issues;
  return [...issues, ...contentIssues(exchange, { types, media, owner })];
}

interface RequestBody {
  readonly types: readonly MediaType[];
  readonly media: MediaType | undefined;
  readonly owner: Located | undefined;
}

function contentIssues(exchange: Exchange, { types, media, owner }: RequestBody): Issue[] {
  const { body } = exchange.interaction.request;
  const isRequired = isRecord(owner?.value) && owner.value['required'] === true;
  if (body === undefined || body === '') return isRequired && owner !== undefined ? [missingBody(owner)] : [];
  // In a pact null says that there is no body; only where one has to be can it be meant as JSON.
  if (body === null && !isRequired) return [];
  if (types.length === 0) {
    const message = 'the request has a body, and the operation takes none';
    const rule = exchange.operation.place;
    return [{ id: 'request-body-undeclared', severity: 'error', at: '/request/body', message, rule }];
  }
  return media === undefined ? [] : bodyIssues(exchange, media, 'request');
}

function missingBody(rule: Located): Issue {
  const message = 'the request has no body, and one is required';
  return { id: 'missing-request-body', severity: 'error', at: '/request', message, rule };
}

function contentTypeIssues(
  { interaction, operation }: Exchange,
  { types, media, owner }: RequestBody & { readonly owner: Located },
): Issue[] {
  const { headers, body } = interaction.request;
  const header = headerOf(headers, 'content-type');
  const expected = types.map(({ type }) => type).join(', ');
  if (header === undefined) {
    if (types.length === 0 || !body) return [];
    const message = `the request does not say what its body is; the operation takes ${expected}`;
    return [
      {
        id: 'request-content-type-missing',
        severity: 'warning',
        at: '/request',
        message,
        rule: owner,
        expected,
      },
    ];
  }
  const at = `/request/headers${toPointer([header.name])}`;
  if (types.length === 0) {
    const message = `the request is ${typeOf(header.text)}, but the operation takes no body`;
    return [
      { id: 'request-content-type-undeclared', severity: 'warning', at, message, rule: operation.place },
    ];
  }
  if (media !== undefined) return [];
  const message = `the request is ${typeOf(header.text)}, and the operation takes ${expected}`;
  const severity = severityFor(interaction);
  return [{ id: 'request-content-type', severity, at, message, rule: owner, expected, actual: header.text }];
}

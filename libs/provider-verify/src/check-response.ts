import {
  isJsonType,
  matchMediaType,
  mediaTypesOf,
  responseFor,
  typeOf,
  type DeclaredResponse,
  type MediaType,
} from '@fixpoint/openapi-routing';
import { isRecord, toPointer } from '@fixpoint/structured-text';
import { bodyIssues } from './check-body';
import { check } from './check-parameters';
import { headerOf } from './fields';
import type { Exchange, Issue } from './issue';
import { readText, styleOf } from './parameter-style';
import { RESPONSE_HEADERS } from './standard-headers';

/** Everything in the response that a consumer expects and that its operation does not promise. */
export function checkResponse(exchange: Exchange): Issue[] {
  const { interaction, document, operation } = exchange;
  const response = responseFor(document, operation, interaction.response.status);
  if (response === undefined) return [unknownStatus(exchange)];
  return [
    ...(response.key === 'default' ? [defaultStatus(exchange, response)] : []),
    ...checkHeaders(exchange, response),
    ...checkContent(exchange, response),
  ];
}

function unknownStatus({ interaction, document, operation }: Exchange): Issue {
  const { status } = interaction.response;
  const responses = document.child(operation.place, 'responses');
  const declared = isRecord(responses?.value)
    ? Object.keys(responses.value).filter((key) => !key.startsWith('x-'))
    : [];
  const expected = declared.join(', ');
  return {
    id: 'unknown-status',
    severity: 'error',
    at: '/response/status',
    message: `the status ${status} is not declared${expected === '' ? '' : `, only ${expected}`}`,
    rule: responses ?? operation.place,
    ...(expected !== '' && { expected }),
    actual: String(status),
  };
}

function defaultStatus({ interaction }: Exchange, { place }: DeclaredResponse): Issue {
  const message = `the status ${interaction.response.status} is declared by the default response only`;
  return { id: 'default-status', severity: 'note', at: '/response/status', message, rule: place };
}

function checkHeaders(exchange: Exchange, { place }: DeclaredResponse): Issue[] {
  const { document, interaction } = exchange;
  const headers = document.child(place, 'headers');
  const names = isRecord(headers?.value) ? Object.keys(headers.value) : [];
  const declared = new Map(names.map((name) => [name.toLowerCase(), name]));
  return Object.keys(interaction.response.headers).flatMap((written): Issue[] => {
    const lower = written.toLowerCase();
    if (lower === 'content-type') return [];
    const at = `/response/headers${toPointer([written])}`;
    const name = declared.get(lower);
    const header = name === undefined || headers === undefined ? undefined : document.child(headers, name);
    if (header === undefined) return [undeclaredHeader(written, at, place)];
    const owner = document.resolve(header);
    const value = readText(
      headerOf(interaction.response.headers, written)?.text ?? '',
      written,
      styleOf(document, owner, 'header'),
    );
    return check(exchange, owner, {
      id: 'response-header',
      at,
      name: `the response header "${written}"`,
      value,
    });
  });
}

function undeclaredHeader(name: string, at: string, rule: DeclaredResponse['place']): Issue {
  const isStandard = RESPONSE_HEADERS.has(name.toLowerCase());
  return {
    id: isStandard ? 'undeclared-standard-header' : 'unknown-response-header',
    severity: isStandard ? 'warning' : 'error',
    at,
    message: `the response header "${name}" is not declared`,
    rule,
  };
}

function checkContent(exchange: Exchange, { place }: DeclaredResponse): Issue[] {
  const { document, interaction } = exchange;
  const types = mediaTypesOf(document, place);
  const { body, headers } = interaction.response;
  const header = headerOf(headers, 'content-type');
  const said = header && matchMediaType(header.text, types);
  const issues = contentTypeIssues(header, { types, media: said, rule: place });
  if (body === undefined || body === null || body === '') return issues;
  const isText = header !== undefined && typeof body !== 'object';
  if (types.length > 0) {
    const media = said ?? (isText ? undefined : likelyMedia(exchange, types));
    return media === undefined ? issues : [...issues, ...bodyIssues(exchange, media, 'response')];
  }
  return isText && !isJsonType(header.text) ? issues : [...issues, undeclaredBody(place)];
}

function undeclaredBody(rule: DeclaredResponse['place']): Issue {
  const message = 'the consumer expects a body, and the response is declared without one';
  return { id: 'response-body-undeclared', severity: 'error', at: '/response/body', message, rule };
}

/** The media type of a body that does not say what it is: the one that is asked for, otherwise JSON or the first there is. */
function likelyMedia({ interaction }: Exchange, types: readonly MediaType[]): MediaType | undefined {
  const accepted = headerOf(interaction.request.headers, 'accept')?.text ?? '';
  return matchMediaType(accepted, types) ?? matchMediaType('application/json', types) ?? types[0];
}

function contentTypeIssues(
  header: ReturnType<typeof headerOf>,
  {
    types,
    media,
    rule,
  }: { types: readonly MediaType[]; media: MediaType | undefined; rule: DeclaredResponse['place'] },
): Issue[] {
  if (header === undefined || media !== undefined) return [];
  const at = `/response/headers${toPointer([header.name])}`;
  if (types.length === 0) {
    const message = `the response is ${typeOf(header.text)}, but it is declared without a body`;
    return [{ id: 'response-content-type-undeclared', severity: 'warning', at, message, rule }];
  }
  const expected = types.map(({ type }) => type).join(', ');
  const message = `the response is ${typeOf(header.text)}, and the operation produces ${expected}`;
  return [
    { id: 'response-content-type', severity: 'error', at, message, rule, expected, actual: header.text },
  ];
}

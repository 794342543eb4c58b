import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { isJsonType, mediaTypesOf } from '@fixpoint/openapi-routing';
import { isRecord, toPointer } from '@fixpoint/structured-text';
import { cookiesOf, headerOf } from './fields';
import { isMeantToSucceed, severityFor, valueIssues, type Exchange, type Issue } from './issue';
import { readQuery, readText, styleOf, type ParameterStyle } from './parameter-style';

type Parameter = Located<Readonly<Record<string, unknown>>>;

/** What the parameters of an operation say of a request. */
export interface ParameterVerdict {
  readonly issues: readonly Issue[];
  /** Names in the query that are declared; undefined where any may be. */
  readonly queryNames?: ReadonlySet<string>;
}

/** Headers that parameters cannot declare: other parts of the document do (OpenAPI, "Parameter Object"). */
const NOT_PARAMETERS = new Set(['accept', 'content-type', 'authorization']);

/** Query, header and cookie parameters: those that are there by their schema, and those that are missing. */
export function checkParameters(exchange: Exchange): ParameterVerdict {
  const at = (place: string) => parametersAt(exchange, place);
  const query = at('query').map((parameter) => checkQuery(exchange, parameter));
  const takesAny = at('querystring').length > 0 || query.some(({ names }) => names === undefined);
  const issues = [
    ...query.flatMap((checked) => checked.issues),
    ...at('header').flatMap((parameter) => checkHeader(exchange, parameter)),
    ...at('cookie').flatMap((parameter) => checkCookie(exchange, parameter)),
  ];
  return {
    issues: isMeantToSucceed(exchange.interaction) ? issues : [],
    ...(!takesAny && { queryNames: new Set(query.flatMap(({ names }) => names ?? [])) }),
  };
}

function nameOf({ value }: Parameter): string {
  return String(value['name']);
}

/** Path parameters. One that does not fit means that the consumer may want another operation altogether. */
export function checkPathParameters(exchange: Exchange): Issue[] {
  return parametersAt(exchange, 'path').flatMap((parameter) => checkPath(exchange, parameter));
}

function parametersAt({ operation }: Exchange, place: string): Parameter[] {
  return operation.parameters.filter(
    ({ value }) => typeof value['name'] === 'string' && value['in'] === place,
  );
}

function checkPath(exchange: Exchange, parameter: Parameter): Issue[] {
  const name = nameOf(parameter);
  const written = exchange.pathValues.get(name);
  if (written === undefined) return [];
  const text = decode(written);
  const at = '/request/path';
  const style = styleOf(exchange.document, parameter, 'path');
  const value = text === undefined ? undefined : readText(text, name, style);
  const severity = severityFor(exchange.interaction);
  const called = `the path parameter "${name}"`;
  if (value !== undefined)
    return check(exchange, parameter, { id: 'path-parameter', severity, at, name: called, value });
  const message =
    text === undefined
      ? `${called} is not percent-encoded as it should be`
      : `${called} does not begin as the style ${style.style} demands`;
  return [{ id: 'path-parameter', severity, at, message, rule: ruleOf(parameter), actual: written }];
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

interface QueryCheck {
  readonly issues: readonly Issue[];
  readonly names?: readonly string[];
}

function checkQuery(exchange: Exchange, parameter: Parameter): QueryCheck {
  const { interaction, document } = exchange;
  const { query } = interaction.request;
  const name = nameOf(parameter);
  const style = styleOf(document, parameter, 'query');
  const schema = document.child(parameter, 'schema');
  const keys = schema === undefined ? [] : keysOf(document, schema);
  const { value, names } = readQuery(query, name, { style, keys });
  const called = `the query parameter "${name}"`;
  const at = names[0] === undefined ? '/request' : `/request/query${toPointer([names[0]])}`;
  const issues =
    value === undefined
      ? missing(parameter, { id: 'missing-query', at, name: called })
      : isEmptyAllowed(parameter, value)
        ? []
        : check(exchange, parameter, { id: 'query-parameter', at, name: called, value });
  return takesAnyName(style, keys) ? { issues } : { issues, names };
}

function isEmptyAllowed({ value }: Parameter, written: unknown): boolean {
  return written === '' && value['allowEmptyValue'] === true;
}

/** An exploded object without declared keys takes every name of the query for its own. */
function takesAnyName({ style, explode, kind }: ParameterStyle, keys: readonly string[]): boolean {
  return kind === 'object' && style === 'form' && explode && keys.length === 0;
}

/** Keys that the schema of an object declares, itself or in the parts of its `allOf`. */
function keysOf(document: OpenApiDocument, place: Located, depth = 0): string[] {
  const schema = document.resolve(place);
  const { properties, allOf } = isRecord(schema.value) ? schema.value : {};
  const own = isRecord(properties) ? Object.keys(properties) : [];
  const parts = Array.isArray(allOf) && depth < 5 ? [...allOf.keys()] : [];
  const inherited = parts.flatMap((index) => {
    const part = document.child(schema, 'allOf', index);
    return part === undefined ? [] : keysOf(document, part, depth + 1);
  });
  return [...own, ...inherited];
}

function checkHeader(exchange: Exchange, parameter: Parameter): Issue[] {
  const name = nameOf(parameter);
  if (NOT_PARAMETERS.has(name.toLowerCase())) return [];
  const header = headerOf(exchange.interaction.request.headers, name);
  const called = `the request header "${name}"`;
  if (header === undefined) return missing(parameter, { id: 'missing-header', at: '/request', name: called });
  const at = `/request/headers${toPointer([header.name])}`;
  const value = readText(header.text, name, styleOf(exchange.document, parameter, 'header'));
  return check(exchange, parameter, { id: 'request-header', at, name: called, value });
}

function checkCookie(exchange: Exchange, parameter: Parameter): Issue[] {
  const { headers } = exchange.interaction.request;
  const name = nameOf(parameter);
  const text = cookiesOf(headers).get(name);
  const called = `the cookie "${name}"`;
  if (text === undefined) return missing(parameter, { id: 'missing-cookie', at: '/request', name: called });
  const at = `/request/headers${toPointer([headerOf(headers, 'cookie')?.name ?? ''])}`;
  const style = styleOf(exchange.document, parameter, 'cookie');
  return check(exchange, parameter, {
    id: 'request-cookie',
    at,
    name: called,
    value: readText(text, name, style),
  });
}

interface Named {
  readonly id: string;
  readonly severity?: Issue['severity'];
  readonly at: string;
  readonly name: string;
}

function missing(parameter: Parameter, { id, at, name }: Named): Issue[] {
  if (parameter.value['required'] !== true) return [];
  return [
    { id, severity: 'error', at, message: `${name} is missing, and it is required`, rule: ruleOf(parameter) },
  ];
}

function ruleOf({ file, pointer }: Parameter): Issue['rule'] {
  return { file, pointer };
}

/** Checks the value of a parameter or header by its `schema`, or by the one of its `content`. */
export function check(
  exchange: Exchange,
  owner: Located,
  named: Named & { readonly value: unknown },
): Issue[] {
  const { document } = exchange;
  const reading = named.at.startsWith('/response') ? 'received' : 'sent';
  const schema = document.child(owner, 'schema');
  if (schema !== undefined) return valueIssues(exchange, { ...named, schema, reading, coerce: true });
  const [media] = mediaTypesOf(document, owner);
  const inner = media && document.child(media.place, 'schema');
  if (media === undefined || inner === undefined || !isJsonType(media.type)) return [];
  try {
    const value: unknown = JSON.parse(String(named.value));
    return valueIssues(exchange, { ...named, schema: inner, value, reading, coerce: false }).map((issue) => ({
      ...issue,
      at: named.at,
    }));
  } catch {
    const { id, severity = 'error', at, name } = named;
    return [
      {
        id,
        severity,
        at,
        message: `${name} is not JSON`,
        rule: { file: owner.file, pointer: `${owner.pointer}/content` },
      },
    ];
  }
}

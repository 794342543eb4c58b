import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import type { Fields } from './fields';

/** How the value of a parameter is written (OpenAPI, "Style Values"). */
export interface ParameterStyle {
  readonly style: string;
  readonly explode: boolean;
  /** What the value is, by its schema. */
  readonly kind: 'primitive' | 'array' | 'object';
}

/** The style of a parameter or header, with the defaults of the place where it stands. */
export function styleOf(document: OpenApiDocument, parameter: Located, place: string): ParameterStyle {
  const record = isRecord(parameter.value) ? parameter.value : {};
  const usual = place === 'query' || place === 'cookie' ? 'form' : 'simple';
  const style = typeof record['style'] === 'string' ? record['style'] : usual;
  const explode = typeof record['explode'] === 'boolean' ? record['explode'] : style === 'form';
  const schema = document.child(parameter, 'schema');
  return { style, explode, kind: schema === undefined ? 'primitive' : kindOf(document, schema, 0) };
}

const PARTS = ['allOf', 'anyOf', 'oneOf'] as const;

function kindOf(document: OpenApiDocument, place: Located, depth: number): ParameterStyle['kind'] {
  const schema = document.resolve(place);
  if (!isRecord(schema.value) || depth > 5) return 'primitive';
  const types: readonly unknown[] = [schema.value['type']].flat();
  if (types.includes('array') || schema.value['items'] !== undefined) return 'array';
  if (types.includes('object') || schema.value['properties'] !== undefined) return 'object';
  for (const keyword of PARTS) {
    const list = schema.value[keyword];
    for (const index of Array.isArray(list) ? list.keys() : []) {
      const part = document.child(schema, keyword, index);
      const kind = part === undefined ? 'primitive' : kindOf(document, part, depth + 1);
      if (kind !== 'primitive') return kind;
    }
  }
  return 'primitive';
}

/** The value that one text writes, as texts inside lists and objects; undefined where it does not begin as its style demands. */
export function readText(text: string, name: string, { style, explode, kind }: ParameterStyle): unknown {
  const body = withoutPrefix(text, name, { style, explode, kind });
  if (body === undefined || kind === 'primitive') return body;
  const separator = separatorOf(style, explode);
  const parts = body === '' ? [] : body.split(separator).map((part) => part.trim());
  if (kind === 'array')
    return style === 'matrix' && explode ? parts.map((part) => part.replace(/^[^=]*=/, '')) : parts;
  if (explode) return Object.fromEntries(parts.map((part) => pairOf(part)));
  return Object.fromEntries(
    parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ''] as const] : [])),
  );
}

function withoutPrefix(
  text: string,
  name: string,
  { style, explode, kind }: ParameterStyle,
): string | undefined {
  if (style === 'label') return text.startsWith('.') ? text.slice(1) : undefined;
  if (style !== 'matrix') return text;
  if (explode && kind !== 'primitive') return text.startsWith(';') ? text.slice(1) : undefined;
  return text.startsWith(`;${name}=`) ? text.slice(name.length + 2) : undefined;
}

function separatorOf(style: string, explode: boolean): string | RegExp {
  if (style === 'label') return explode ? '.' : ',';
  if (style === 'matrix') return explode ? ';' : ',';
  if (style === 'spaceDelimited') return / |%20/;
  return style === 'pipeDelimited' ? /\||%7C/i : ',';
}

function pairOf(part: string): readonly [string, string] {
  const sign = part.indexOf('=');
  return sign === -1 ? [part, ''] : [part.slice(0, sign), part.slice(sign + 1)];
}

/** What a query says of one parameter. */
export interface QueryValue {
  readonly value?: unknown;
  /** Names in the query that belong to it. */
  readonly names: readonly string[];
}

/** Takes the value of a parameter out of a query; `keys` are those that its schema declares, where it is an object. */
export function readQuery(
  query: Fields,
  name: string,
  { style, keys }: { readonly style: ParameterStyle; readonly keys: readonly string[] },
): QueryValue {
  if (style.style === 'deepObject') return readDeepObject(query, name);
  if (style.kind === 'object' && style.explode) return readExplodedObject(query, keys);
  if (!Object.hasOwn(query, name)) return { names: [] };
  return { value: valueOf(query[name] ?? [], name, style), names: [name] };
}

function valueOf(values: readonly string[], name: string, style: ParameterStyle): unknown {
  if (style.kind === 'array')
    return style.explode ? values : values.flatMap((text) => readText(text, name, style));
  return values.length > 1 ? values : readText(values[0] ?? '', name, style);
}

/** Each key of the object is a name of the query. */
function readExplodedObject(query: Fields, keys: readonly string[]): QueryValue {
  const names = Object.keys(query).filter((key) => keys.includes(key));
  if (names.length === 0) return { names };
  return { value: Object.fromEntries(names.map((key) => [key, single(query[key])])), names };
}

function single(values: readonly string[] = []): unknown {
  return values.length === 1 ? values[0] : values;
}

/** `name[a][b]=1` and so on. */
function readDeepObject(query: Fields, name: string): QueryValue {
  const names = Object.keys(query).filter((key) => key.startsWith(`${name}[`) && key.endsWith(']'));
  if (names.length === 0) return { names };
  const root = new Map<string, unknown>();
  for (const key of names) {
    const path = key.slice(name.length + 1, -1).split('][');
    const last = path.pop() as string;
    let at = root;
    for (const segment of path) {
      const next = at.get(segment);
      const inner = next instanceof Map ? (next as Map<string, unknown>) : new Map<string, unknown>();
      at.set(segment, inner);
      at = inner;
    }
    at.set(last, single(query[key]));
  }
  return { value: toRecord(root), names };
}

function toRecord(map: ReadonlyMap<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    [...map].map(([key, value]) => [
      key,
      value instanceof Map ? toRecord(value as Map<string, unknown>) : value,
    ]),
  );
}

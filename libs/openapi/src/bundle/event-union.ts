import { isRecord } from '@fixpoint/structured-text';
import { followLocal } from './local-reference';

type Schema = Readonly<Record<string, unknown>>;

/** How an event's data is read. */
export type DataKind = 'json' | 'text';

/** One kind of event of a stream. */
export interface EventVariant {
  /** Names it goes by; none where any name is possible. */
  readonly names: readonly string[];
  /** Schema of the data as it is read. */
  readonly data: unknown;
  readonly kind: DataKind;
}

/** Where the kinds of data of a stream's events are kept between bundling and emitting, as pairs of name and kind. */
export const EVENT_KINDS = 'x-fixpoint-events';

/** Stands in the list of kinds for every event that is not named. */
export const ANY_EVENT = '*';

/**
 * The events that an `itemSchema` (OpenAPI 3.2, "Server-Sent Events") describes: an object with the fields of an event, or a
 * choice among such objects. Data is JSON where its schema has a `contentSchema` or is not that of a string.
 */
export function variantsOf(root: unknown, itemSchema: unknown): EventVariant[] {
  const schema = followLocal(root, itemSchema);
  if (!isRecord(schema)) return [{ names: [], data: { type: 'string' }, kind: 'text' }];
  const choice = schema['oneOf'] ?? schema['anyOf'];
  if (Array.isArray(choice) && choice.length > 0) {
    return choice.flatMap((item) => variantsOf(root, merge(root, schema, item)));
  }
  const properties = propertiesOf(root, schema);
  return [{ names: namesOf(root, properties['event']), ...dataOf(root, properties['data']) }];
}

/** A choice beside properties that all its parts share. */
function merge(root: unknown, shared: Schema, item: unknown): unknown {
  const own = followLocal(root, item);
  if (!isRecord(own) || !isRecord(shared['properties'])) return own;
  const { oneOf: _oneOf, anyOf: _anyOf, ...base } = shared;
  return { allOf: [base, own] };
}

function propertiesOf(root: unknown, schema: Schema): Schema {
  const parts = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
  const inherited = parts.map((part) => followLocal(root, part)).filter(isRecord);
  return Object.assign(
    {},
    ...inherited.map((part) => propertiesOf(root, part)),
    isRecord(schema['properties']) ? schema['properties'] : {},
  ) as Schema;
}

function namesOf(root: unknown, event: unknown): string[] {
  const schema = followLocal(root, event);
  if (!isRecord(schema)) return [];
  const values = Array.isArray(schema['enum']) ? schema['enum'] : [schema['const']];
  return values.filter((value): value is string => typeof value === 'string');
}

function dataOf(root: unknown, data: unknown): Pick<EventVariant, 'data' | 'kind'> {
  const schema = followLocal(root, data);
  if (!isRecord(schema)) return { data: { type: 'string' }, kind: 'text' };
  const { contentSchema, contentMediaType, type } = schema;
  const isJson = contentMediaType === undefined || /[/+]json\b/i.test(String(contentMediaType));
  if (contentSchema !== undefined && isJson) return { data: contentSchema, kind: 'json' };
  if (contentMediaType !== undefined && isJson) return { data: {}, kind: 'json' };
  const isText = type === undefined ? schema['enum'] !== undefined : type === 'string';
  return { data, kind: isText ? 'text' : 'json' };
}

/** The events that `x-sse-events` names, the extension for versions before 3.2: a map from names to the schemas of their JSON data. */
export function declaredVariants(declared: Schema): EventVariant[] {
  return Object.entries(declared).map(([name, data]) => ({
    names: [name],
    data: isRecord(data) ? data : {},
    kind: 'json',
  }));
}

/**
 * Says of a media type what its events look like once they are read: an array, in the words of the specification for streams as a
 * whole, of objects with the fields of an event.
 */
export function describeEvents(media: Record<string, unknown>, variants: readonly EventVariant[]): void {
  const items = variants.map(({ names, data }) => ({
    type: 'object',
    required: ['event', 'data'],
    properties: {
      event: names.length === 0 ? { type: 'string' } : { type: 'string', enum: names },
      data,
      id: { type: 'string' },
      retry: { type: 'integer' },
    },
  }));
  media['schema'] = { type: 'array', items: items.length === 1 ? items[0] : { oneOf: items } };
  media[EVENT_KINDS] = variants.flatMap(({ names, kind }) =>
    (names.length === 0 ? [ANY_EVENT] : names).map((name) => [name, kind]),
  );
}

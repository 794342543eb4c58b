import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { isJsonType } from '@fixpoint/openapi-routing';
import { isRecord } from '@fixpoint/structured-text';
import type { EventContract, EventSchema } from './event-contract';

/** Alternatives inside one another that are looked into. */
const DEEPEST = 4;

/**
 * The events of an `itemSchema` (OpenAPI 3.2): an object with `event` and `data`, mostly with a `oneOf` whose alternatives name their event by
 * `const` or `enum`. `data` is a text; `contentSchema` says what the text holds. A `data` that is declared as something else than a text is
 * taken for what its JSON has to be.
 */
export function eventsOfItems(document: OpenApiDocument, itemSchema: Located): EventContract {
  const base = propertiesOf(document, itemSchema, 0);
  const events = new Map<string, EventSchema>();
  let anyEvent: EventSchema | undefined;
  for (const branch of branchesOf(document, itemSchema, 0)) {
    const own = propertiesOf(document, branch, 0);
    const names = namesOf(own.event ?? base.event);
    const data = schemaOf(document, own.data ?? base.data);
    if (names === undefined) anyEvent ??= data;
    else for (const name of names) if (!events.has(name)) events.set(name, data);
  }
  return { events, ...(anyEvent && { anyEvent }) };
}

function branchesOf(document: OpenApiDocument, place: Located, depth: number): Located[] {
  const schema = document.resolve(place);
  const parts = ['oneOf', 'anyOf'].flatMap((keyword) => partsOf(document, schema, keyword));
  if (parts.length === 0 || depth === DEEPEST) return [schema];
  return parts.flatMap((part) => branchesOf(document, part, depth + 1));
}

function partsOf(document: OpenApiDocument, place: Located, keyword: string): Located[] {
  const list = document.child(place, keyword);
  return Array.isArray(list?.value)
    ? list.value.flatMap((_, index) => document.child(list, index) ?? [])
    : [];
}

interface Properties {
  readonly event?: Located;
  readonly data?: Located;
}

/** `event` and `data` of a schema, or of a part of its `allOf`. */
function propertiesOf(document: OpenApiDocument, place: Located, depth: number): Properties {
  const schema = document.resolve(place);
  const own = (name: string): Located | undefined => document.child(schema, 'properties', name);
  const parts =
    depth === DEEPEST
      ? []
      : partsOf(document, schema, 'allOf').map((part) => propertiesOf(document, part, depth + 1));
  const event = own('event') ?? parts.find((part) => part.event !== undefined)?.event;
  const data = own('data') ?? parts.find((part) => part.data !== undefined)?.data;
  return { ...(event && { event: document.resolve(event) }), ...(data && { data: document.resolve(data) }) };
}

function namesOf(event: Located | undefined): string[] | undefined {
  if (event === undefined || !isRecord(event.value)) return undefined;
  const { const: only, enum: several } = event.value;
  if (only !== undefined) return [String(only)];
  return Array.isArray(several) ? several.map(String) : undefined;
}

/** What the data of an event is by the schema of its `data` field. */
export function schemaOf(document: OpenApiDocument, data: Located | undefined): EventSchema {
  if (data === undefined || !isRecord(data.value)) return { format: 'text' };
  const { contentMediaType, type } = data.value;
  const content = document.child(data, 'contentSchema');
  if (content !== undefined) return { format: 'json', schema: content };
  if (typeof contentMediaType === 'string' && isJsonType(contentMediaType)) return { format: 'json' };
  if (type === 'string' || Object.keys(data.value).length === 0) return { format: 'text', schema: data };
  return { format: 'json', schema: data };
}

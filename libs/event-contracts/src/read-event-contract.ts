import { parseOrder } from '@fixpoint/event-stream';
import type { Finding } from '@fixpoint/model';
import type { Located } from '@fixpoint/openapi-document';
import { isRecord, nearest } from '@fixpoint/structured-text';
import type { EventContract, EventSchema, StreamMedia } from './event-contract';
import { eventsOfItems, schemaOf } from './item-schema';

/** The extension in which documents before OpenAPI 3.2 describe events, and all of them their order. */
const EXTENSION = 'x-sse-events';

/** A contract with what is wrong with it; without one where the document does not describe the events at all. */
export interface ReadContract {
  readonly contract?: EventContract;
  readonly findings: readonly Finding[];
}

/**
 * The event contract of a stream. `itemSchema` of the media type gives its events. `x-sse-events`, on the media type, the response or the
 * operation, is `{order, events}`: `order` is a grammar (see `parseOrder`), `events` a map from names to schemas of their data. A list of
 * `{name, schema}` is taken for `events` alone.
 */
export function readEventContract(media: StreamMedia): ReadContract {
  const { document, place, response, operation } = media;
  const extension = [place, response, operation.place]
    .map((owner) => document.child(owner, EXTENSION))
    .find((found) => found !== undefined);
  const items = document.child(place, 'itemSchema');
  const described = items === undefined ? {} : eventsOfItems(document, items);
  if (extension === undefined)
    return items === undefined ? { findings: [] } : { contract: described, findings: [] };
  if (!isRecord(extension.value) && !Array.isArray(extension.value))
    return { findings: [wrongShape(media, extension)] };
  const listed = eventsOfExtension(media, extension);
  const order = document.child(extension, 'order');
  const contract = listed.events.size > 0 ? { events: listed.events } : described;
  const read = order === undefined ? { findings: [] } : readOrder(media, order, contract);
  return {
    contract: { ...contract, ...('order' in read && { order: read.order, orderPlace: order }) },
    findings: [...listed.findings, ...read.findings],
  };
}

interface Events {
  readonly events: ReadonlyMap<string, EventSchema>;
  readonly findings: readonly Finding[];
}

function eventsOfExtension(media: StreamMedia, extension: Located): Events {
  const { document } = media;
  const isList = Array.isArray(extension.value);
  const map = isList ? extension : document.child(extension, 'events');
  if (map === undefined) return { events: new Map(), findings: [] };
  if (!isList && !isRecord(map.value)) return { events: new Map(), findings: [wrongShape(media, map)] };
  const findings: Finding[] = [];
  const events = new Map<string, EventSchema>();
  for (const key of Object.keys(map.value as object)) {
    const entry = document.child(map, key) as Located;
    const name = isList ? document.child(entry, 'name')?.value : key;
    const schema = isList ? document.child(entry, 'schema') : entry;
    if (typeof name !== 'string') findings.push(wrongShape(media, entry));
    else
      events.set(
        name,
        schema === undefined ? { format: 'text' } : schemaOf(document, document.resolve(schema)),
      );
  }
  return { events, findings };
}

function readOrder(
  { document }: StreamMedia,
  place: Located,
  { events, anyEvent }: EventContract,
): Pick<EventContract, 'order'> & { findings: Finding[] } {
  const source = String(place.value);
  const parsed = parseOrder(source);
  if ('problem' in parsed) {
    const { message, column } = parsed.problem;
    const finding = document.finding(place, {
      id: 'event-transcripts/invalid-order',
      message: `the order of the events is no grammar: ${message}, at column ${column} of ${JSON.stringify(source)}`,
      expected: 'names, with | * + ? and brackets',
      actual: source,
      fix: 'correct the order, such as: started token* (end | error)',
    });
    return { findings: [finding] };
  }
  const named = new Set(parsed.grammar.names);
  const known = [...(events?.keys() ?? [])];
  const findings = [...named]
    .filter((name) => known.length > 0 && anyEvent === undefined && !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      return document.finding(place, {
        id: 'event-transcripts/order-names-unknown-event',
        message: `the order names the event "${name}", which is not described${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
        expected: known.join(', '),
        actual: name,
        fix: 'describe the event, or correct its name in the order',
      });
    });
  const impossible = known
    .filter((name) => !named.has(name))
    .map((name) =>
      document.finding(place, {
        id: 'event-transcripts/event-not-in-order',
        severity: 'warning',
        message: `the event "${name}" is described, but by the order it never comes`,
        fix: 'put it into the order, or remove its description',
      }),
    );
  return { order: parsed.grammar, findings: [...findings, ...impossible] };
}

function wrongShape({ document }: StreamMedia, place: Located): Finding {
  return document.finding(place, {
    id: 'event-transcripts/invalid-contract',
    message: `${EXTENSION} must be an object with "order" and "events", a map from names to schemas`,
    expected: '{order, events}',
    fix: `write ${EXTENSION} as: {order: started end, events: {started: {type: object}, end: {type: object}}}`,
  });
}

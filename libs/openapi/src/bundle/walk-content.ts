import { isRecord } from '@fixpoint/structured-text';

type Open = Record<string, unknown>;

/** Keys below which a document has data of its own, and no media types. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const']);

/** Visits every object of a document from the outside in; what a visit puts below it is visited too. */
export function walkObjects(value: unknown, visit: (object: Open) => void): void {
  if (Array.isArray(value)) {
    value.forEach((item) => walkObjects(item, visit));
    return;
  }
  if (!isRecord(value)) return;
  visit(value as Open);
  for (const [key, child] of Object.entries(value)) {
    if (!DATA.has(key) && !key.startsWith('x-')) walkObjects(child, visit);
  }
}

/** The maps from media types to what is said of them, wherever the object has one: of bodies, responses and parameters. */
export function contentOf(object: Readonly<Record<string, unknown>>): Open | undefined {
  const { content } = object;
  return isRecord(content) ? (content as Open) : undefined;
}

/** What is said of event streams in a content map. */
export function eventStreamsIn(content: Readonly<Record<string, unknown>>): Open[] {
  return Object.entries(content).flatMap(([type, media]) =>
    isEventStream(type) && isRecord(media) ? [media as Open] : [],
  );
}

/** Whether a media type is that of server-sent events, whatever its parameters. */
export function isEventStream(type: string): boolean {
  return /^text\/event-stream(?=$|[\s;])/i.test(type);
}

import { isRecord } from '@fixpoint/structured-text';
import { isEventStream } from '../bundle/walk-content';

/** How a body of some media type is written or read. */
export type MediaKind = 'json' | 'text' | 'form' | 'multipart' | 'events' | 'bytes';

const TEXTS =
  /^(?:text\/|application\/(?:xml|yaml|x-yaml|javascript|x-ndjson|jsonl|json-seq|graphql)$)|\+(?:xml|yaml)$/;

/** Ranges of media types that take in JSON. */
const RANGES = new Set(['*/*', 'application/*']);

/** What a media type asks for; of a range that takes in JSON its schema decides whether that is meant. */
export function mediaKind(type: string, media: unknown): MediaKind {
  const name = (type.split(';')[0] as string).trim().toLowerCase();
  if (isEventStream(name)) return 'events';
  if (name === 'application/json' || name.endsWith('+json')) return 'json';
  if (name === 'application/x-www-form-urlencoded') return 'form';
  if (name.startsWith('multipart/')) return 'multipart';
  if (TEXTS.test(name)) return 'text';
  return RANGES.has(name) && holdsData(media) ? 'json' : 'bytes';
}

function holdsData(media: unknown): boolean {
  const schema = isRecord(media) ? media['schema'] : undefined;
  return isRecord(schema) && schema['type'] !== 'string' && Object.keys(schema).length > 0;
}

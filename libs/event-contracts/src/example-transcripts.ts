import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import type { StreamMedia } from './event-contract';
import type { Transcript } from './transcript';

/**
 * The transcripts in the examples of an event stream: `example` and `examples` of the media type and of its schema, and `x-examples` of the media
 * type, the response or the operation, where documents put what their version has no place for.
 *
 * @req FP-SSE-003
 */
export function exampleTranscripts(media: StreamMedia): Transcript[] {
  const { document, place, response, operation } = media;
  const schema = document.child(place, 'schema');
  const owners = [place, ...(schema === undefined ? [] : [document.resolve(schema)])];
  const found = [
    ...owners.flatMap((owner) => document.child(owner, 'example') ?? []),
    ...owners.flatMap((owner) => valuesOf(document, document.child(owner, 'examples'))),
    ...[place, response, operation.place].flatMap((owner) =>
      valuesOf(document, document.child(owner, 'x-examples')),
    ),
  ];
  return found.flatMap(({ value, ...at }) =>
    typeof value === 'string' ? [transcriptAt(media, { ...at, value })] : [],
  );
}

/** The values of examples: of a map of example objects, or of a list. */
function valuesOf(document: OpenApiDocument, examples: Located | undefined): Located[] {
  if (examples === undefined || typeof examples.value !== 'object' || examples.value === null) return [];
  return Object.keys(examples.value).flatMap((key) => {
    const entry = document.child(examples, key);
    const example = entry && document.resolve(entry);
    if (example === undefined || !isRecord(example.value)) return example ?? [];
    return ['value', 'serializedValue', 'dataValue'].flatMap((name) => document.child(example, name) ?? []);
  });
}

function transcriptAt(media: StreamMedia, place: Located<string>): Transcript {
  return {
    text: place.value,
    media,
    isYaml: !place.file.endsWith('.json'),
    finding: ({ line }, finding) => ({
      ...media.document.finding(place, {
        ...finding,
        message: `${finding.message} (line ${line} of the example)`,
      }),
    }),
  };
}

import type { OpenApiDocument } from '@fixpoint/openapi-document';
import { mediaTypesOf, typeOf } from '@fixpoint/openapi-routing';
import { isRecord } from '@fixpoint/structured-text';
import type { StreamMedia } from './event-contract';

/** The media type of event streams. */
const EVENT_STREAM = 'text/event-stream';

/** Whether a `Content-Type` is that of event streams. */
export function isEventStream(contentType: string): boolean {
  return typeOf(contentType) === EVENT_STREAM;
}

/** Every response of a document that is an event stream. */
export function streamMediaOf(document: OpenApiDocument): StreamMedia[] {
  return document.operations.flatMap((operation) => {
    const responses = document.child(operation.place, 'responses');
    if (responses === undefined || !isRecord(responses.value)) return [];
    return Object.keys(responses.value).flatMap((status) => {
      const entry = document.child(responses, status);
      const response = entry && document.resolve(entry);
      const media = response === undefined ? [] : mediaTypesOf(document, response);
      return media
        .filter(({ type }) => isEventStream(type))
        .flatMap(({ place }) =>
          response === undefined ? [] : [{ document, operation, status, response, place }],
        );
    });
  });
}

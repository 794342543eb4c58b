import type { EventStream, StreamEvent } from '@fixpoint/event-stream';
import type { Finding } from '@fixpoint/model';
import type { SchemaChecker } from '@fixpoint/openapi-schema';
import type { EventContract, EventSchema } from './event-contract';
import type { Transcript } from './transcript';

/** The data of each event by its schema. */
export function checkEvents(
  transcript: Transcript,
  { events, anyEvent }: EventContract,
  { stream, checker }: { readonly stream: EventStream; readonly checker: SchemaChecker },
): Finding[] {
  return stream.events.flatMap((event, index) => {
    const schema = events?.get(event.event) ?? anyEvent;
    return schema === undefined
      ? []
      : checkData(transcript, { event, name: `event ${index + 1}, "${event.event}"`, schema, checker });
  });
}

interface EventCheck {
  readonly event: StreamEvent;
  readonly name: string;
  readonly schema: EventSchema;
  readonly checker: SchemaChecker;
}

function checkData(transcript: Transcript, { event, name, schema, checker }: EventCheck): Finding[] {
  const at = event.dataPosition;
  const data = schema.format === 'json' ? parse(event.data) : { value: event.data };
  if (data === undefined) {
    return [
      transcript.finding(at, {
        id: 'event-transcripts/data-not-json',
        severity: 'error',
        message: `the data of ${name} is not JSON${event.data.includes('\n') ? ': several data lines are joined by line feeds' : ''}`,
        expected: 'JSON',
        actual: event.data.length <= 60 ? event.data : `${event.data.slice(0, 57)}...`,
        fix: 'write the data as JSON on one line, or describe it as a text in the contract',
      }),
    ];
  }
  if (schema.schema === undefined) return [];
  const verdict = checker.check(schema.schema, data.value, { reading: 'received' });
  const place = (rule: { file: string; pointer: string }): string => placeOf(transcript, rule);
  if (verdict.kind === 'unusable') {
    const message = `the data of ${name} cannot be checked, because its schema cannot be used: ${verdict.reason} [${place(schema.schema)}]`;
    return [
      transcript.finding(at, {
        id: 'event-transcripts/unusable-schema',
        severity: 'error',
        message,
        fix: 'correct the schema',
      }),
    ];
  }
  return verdict.problems.map(({ pointer, message, rule }) =>
    transcript.finding(at, {
      id: 'event-transcripts/event-data',
      severity: 'error',
      message: `the data of ${name}${pointer === '' ? '' : ` at ${pointer}`} ${message} [${place(rule)}]`,
      fix: `correct the transcript, or ${place(rule)}`,
    }),
  );
}

function parse(data: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(data) as unknown };
  } catch {
    return undefined;
  }
}

function placeOf({ media }: Transcript, { file, pointer }: { file: string; pointer: string }): string {
  const position = media.document.positionOf({ file, pointer, value: undefined });
  return `${file}${position === undefined ? '' : `:${position.line}:${position.column}`} ${pointer}`;
}

import {
  matchOrder,
  parseEventStream,
  terminalsOf,
  type EventStream,
  type StreamEvent,
} from '@fixpoint/event-stream';
import type { Finding } from '@fixpoint/model';
import type { SchemaChecker } from '@fixpoint/openapi-schema';
import { nearest } from '@fixpoint/structured-text';
import { checkEvents } from './check-events';
import { checkIntent } from './check-intent';
import type { EventContract } from './event-contract';
import type { Transcript } from './transcript';

/**
 * Everything that is wrong with a transcript: what it comes to against what was meant, its events, their order.
 *
 * @req FP-SSE-002
 */
export function checkTranscript(
  transcript: Transcript,
  contract: EventContract | undefined,
  checker: SchemaChecker,
): Finding[] {
  const stream = parseEventStream(transcript.text);
  const intent = checkIntent(transcript, stream);
  if (contract === undefined) return intent;
  return [
    ...intent,
    ...unknownEvents(transcript, contract, stream),
    ...checkEvents(transcript, contract, { stream, checker }),
    ...checkOrder(transcript, contract, stream),
  ];
}

function unknownEvents(
  transcript: Transcript,
  { events, anyEvent }: EventContract,
  stream: EventStream,
): Finding[] {
  if (events === undefined || events.size === 0 || anyEvent !== undefined) return [];
  const known = [...events.keys()];
  const unknown = stream.events.filter(({ event }) => !events.has(event));
  const firsts = new Map(unknown.toReversed().map((event) => [event.event, event]));
  return [...firsts.values()].reverse().map(({ event, position }) => {
    const count = unknown.filter((other) => other.event === event).length;
    const meant = nearest(event, known);
    return transcript.finding(position, {
      id: 'event-transcripts/unknown-event',
      severity: 'error',
      message: `the event "${event}" is not described${count > 1 ? ` (${count} times)` : ''}${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
      expected: known.join(', '),
      actual: event,
      fix: 'correct the name of the event, or describe it in the contract',
    });
  });
}

function checkOrder(transcript: Transcript, { order }: EventContract, { events }: EventStream): Finding[] {
  if (order === undefined) return [];
  const verdict = matchOrder(
    order,
    events.map(({ event }) => event),
  );
  const terminals = terminalsOf(order);
  const isEnded = events.some(({ event }) => terminals.has(event));
  const findings: Finding[] = [];
  if (verdict.kind === 'unexpected') findings.push(unexpected(transcript, order.source, { verdict, events }));
  if (verdict.kind === 'fits') return findings;
  if (isEnded && verdict.kind === 'unexpected') return findings;
  const last = events.at(-1)?.position ?? { line: 1, column: 1 };
  const expected = (isEnded && verdict.kind === 'incomplete' ? verdict.expected : [...terminals]).join(
    ' or ',
  );
  return [
    ...findings,
    transcript.finding(last, {
      id: `event-transcripts/${isEnded ? 'incomplete' : 'no-terminal-event'}`,
      severity: 'error',
      message: isEnded
        ? `the stream ends too early: ${expected} has to follow`
        : `the stream never ends: it has no ${expected}`,
      expected,
      fix: `write the rest of the stream down, or correct the order: ${order.source}`,
    }),
  ];
}

interface Unexpected {
  readonly verdict: Extract<ReturnType<typeof matchOrder>, { kind: 'unexpected' }>;
  readonly events: readonly StreamEvent[];
}

function unexpected(transcript: Transcript, source: string, { verdict, events }: Unexpected): Finding {
  const { index, mayEnd } = verdict;
  const { event, position } = events[index] as StreamEvent;
  const expected = [...verdict.expected, ...(mayEnd ? ['the end of the stream'] : [])].join(' or ');
  return transcript.finding(position, {
    id: 'event-transcripts/order',
    severity: 'error',
    message: `event ${index + 1}, "${event}", cannot stand there; expected ${expected}`,
    expected,
    actual: event,
    fix: `bring the events into order, or correct the order: ${source}`,
  });
}

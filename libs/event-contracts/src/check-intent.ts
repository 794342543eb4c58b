import type { DroppedBlock, EventStream } from '@fixpoint/event-stream';
import type { Finding } from '@fixpoint/model';
import type { Transcript } from './transcript';

/** Where a transcript does not come to the events that its author saw in it. */
export function checkIntent(transcript: Transcript, stream: EventStream): Finding[] {
  const { events, dropped } = stream;
  if (events.length === 0 && dropped.length === 0) return [empty(transcript)];
  const split = dropped.filter((block, index) => isSplit(stream, block, index));
  const others = dropped.filter((block) => block.reason === 'no-data' && !split.includes(block));
  return [
    ...(split[0] === undefined ? [] : [blankLine(transcript, split[0], split.length)]),
    ...others.map((block) => withoutData(transcript, block)),
    ...dropped.filter(({ reason }) => reason === 'unfinished').map((block) => unfinished(transcript, block)),
  ];
}

/** A name without data, and right after it data without a name. */
function isSplit(
  { events, dropped }: EventStream,
  { reason, eventsBefore }: DroppedBlock,
  index: number,
): boolean {
  const next = events[eventsBefore];
  const isLastBefore = dropped[index + 1]?.eventsBefore !== eventsBefore;
  return reason === 'no-data' && isLastBefore && next?.event === 'message';
}

function blankLine(transcript: Transcript, { event = '', position }: DroppedBlock, count: number): Finding {
  const times = count === 1 ? '' : `, here and ${count - 1} more time${count === 2 ? '' : 's'}`;
  return transcript.finding(position, {
    id: 'event-transcripts/blank-line-in-event',
    severity: 'error',
    message: `a blank line parts "event: ${event}" from its data${times}: what comes is an event "message", and "${event}" never does`,
    expected: `event: ${event} and its data on lines that follow one another`,
    fix: 'remove the blank lines between event and data',
  });
}

function withoutData(transcript: Transcript, { event = '', position }: DroppedBlock): Finding {
  return transcript.finding(position, {
    id: 'event-transcripts/event-without-data',
    severity: 'warning',
    message: `the event "${event}" has no data, so it never comes`,
    fix: 'give it data, such as a line: data: {}',
  });
}

function unfinished(transcript: Transcript, { event, position }: DroppedBlock): Finding {
  const name = event === undefined ? 'the last event' : `the last event, "${event}",`;
  return transcript.finding(position, {
    id: 'event-transcripts/unfinished-event',
    severity: 'error',
    message: `${name} never comes: no blank line follows it${transcript.isYaml ? ', because a YAML block that begins with | drops those at its end' : ''}`,
    expected: 'a blank line at the end',
    fix: transcript.isYaml
      ? 'begin the block with |+ and end it with a blank line'
      : 'end the transcript with a blank line',
  });
}

function empty(transcript: Transcript): Finding {
  return transcript.finding(
    { line: 1, column: 1 },
    {
      id: 'event-transcripts/empty-transcript',
      severity: 'error',
      message: 'the transcript holds no event',
      fix: 'write the events down, or remove the transcript',
    },
  );
}

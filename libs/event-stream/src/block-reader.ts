import type { Position } from '@fixpoint/model';
import type { DroppedBlock, EventStream, StreamEvent } from './event-stream';

/** Takes the lines of a stream one by one and gathers the events they make. */
export interface BlockReader {
  /** A line without its end. */
  line(text: string): void;
  /** The end of the stream, with what stands after the last end of a line. */
  end(rest: string): EventStream;
}

/** The fields since the last blank line. */
interface Block {
  event?: string;
  id?: string;
  readonly data: string[];
  position?: Position;
  dataPosition?: Position;
}

/** Interprets lines by the WHATWG rules. */
export function blockReader(): BlockReader {
  const events: StreamEvent[] = [];
  const dropped: DroppedBlock[] = [];
  let block: Block = { data: [] };
  let lineNumber = 0;
  let lastEventId = '';
  let retry: number | undefined;

  const setField = (name: string, value: string, valueColumn: number): void => {
    if (name === 'event' || name === 'data' || name === 'id')
      block.position ??= { line: lineNumber, column: 1 };
    if (name === 'event') block.event = value;
    if (name === 'data') {
      block.data.push(value);
      block.dataPosition ??= { line: lineNumber, column: valueColumn };
    }
    if (name === 'id' && !value.includes('\0')) {
      block.id = value;
      lastEventId = value;
    }
    if (name === 'retry' && /^[0-9]+$/.test(value)) retry = Number(value);
  };

  const drop = (reason: DroppedBlock['reason']): void => {
    const { event, data, position } = block;
    if (position === undefined || (event === undefined && data.length === 0)) return;
    dropped.push({
      reason,
      ...(event !== undefined && { event }),
      ...(data.length > 0 && { data: data.join('\n') }),
      position,
      eventsBefore: events.length,
    });
  };

  const dispatch = (): void => {
    const { event, data, id, position, dataPosition } = block;
    // One empty `data` field is data: its buffer holds the LF that is taken off only afterwards.
    if (data.length > 0 && position && dataPosition) {
      events.push({
        // An empty type is none.
        event: event === undefined || event === '' ? 'message' : event,
        data: data.join('\n'),
        lastEventId,
        ...(id !== undefined && { id }),
        position,
        dataPosition,
      });
    } else drop('no-data');
    block = { data: [] };
  };

  const readLine = (text: string): void => {
    lineNumber += 1;
    if (text === '') return dispatch();
    const colon = text.indexOf(':');
    if (colon === 0) return;
    const name = colon === -1 ? text : text.slice(0, colon);
    const hasSpace = colon !== -1 && text[colon + 1] === ' ';
    const valueStart = colon === -1 ? text.length : colon + (hasSpace ? 2 : 1);
    setField(name, text.slice(valueStart), valueStart + 1);
  };

  return {
    line: readLine,
    end: (rest) => {
      // A line that the end of the stream cuts off sets no field; it is looked at only to say what was lost.
      const idBefore = lastEventId;
      const retryBefore = retry;
      if (rest !== '') readLine(rest);
      lastEventId = idBefore;
      retry = retryBefore;
      drop('unfinished');
      return { events, dropped, ...(retry !== undefined && { retry }) };
    },
  };
}

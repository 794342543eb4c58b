import { blockReader } from './block-reader';
import type { EventStream } from './event-stream';

/** A parser that takes a stream in pieces of any size; where it is cut makes no difference. */
export interface EventStreamParser {
  push(chunk: string | Uint8Array): void;
  /** Ends the stream and gives what it came to. Nothing may be pushed any more. */
  end(): EventStream;
}

/**
 * A parser of `text/event-stream` by the WHATWG rules (HTML, "Server-sent events", parsing and interpreting an event stream): UTF-8 with
 * one optional byte order mark, lines that end in CR, LF or CRLF, an event at each blank line. It takes any text and any bytes, in
 * linear time; bytes that are no UTF-8 are replaced, as the rules say.
 *
 * @req FP-SSE-001
 */
export function eventStreamParser(): EventStreamParser {
  const block = blockReader();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let line = '';
  let isFirst = true;
  let afterReturn = false;

  const take = (text: string): void => {
    let start = 0;
    if (isFirst && text !== '') {
      isFirst = false;
      if (text.startsWith('\ufeff')) start = 1;
    }
    // The LF of a CRLF may be the first character of the next chunk.
    if (afterReturn && text !== '') {
      afterReturn = false;
      if (text.startsWith('\n')) start = 1;
    }
    for (let end = nextEnd(text, start); end !== -1; end = nextEnd(text, start)) {
      block.line(line + text.slice(start, end));
      line = '';
      start = end + 1;
      if (text[end] !== '\r') continue;
      if (start === text.length) afterReturn = true;
      else if (text[start] === '\n') start += 1;
    }
    line += text.slice(start);
  };

  return {
    push: (chunk) => take(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })),
    end: () => {
      take(decoder.decode());
      return block.end(line);
    },
  };
}

/** The events of a whole stream. */
export function parseEventStream(stream: string | Uint8Array): EventStream {
  const parser = eventStreamParser();
  parser.push(stream);
  return parser.end();
}

const LINE_END = /[\r\n]/g;

function nextEnd(text: string, start: number): number {
  LINE_END.lastIndex = start;
  return LINE_END.exec(text)?.index ?? -1;
}

import type { Position } from '@fixpoint/model';

/** An event as a browser would dispatch it. */
export interface StreamEvent {
  /** Its type: the last `event` field of its block, or `message`. */
  readonly event: string;
  /** Its `data` fields, joined by LF. */
  readonly data: string;
  /** The last event id at the time of the event; empty when none was ever set. */
  readonly lastEventId: string;
  /** The id, where the block itself sets one. */
  readonly id?: string;
  /** The first field of its block. */
  readonly position: Position;
  /** Where the value of its first `data` field begins. */
  readonly dataPosition: Position;
}

/** Fields between two blank lines that come to no event. */
export interface DroppedBlock {
  /**
   * `no-data`: it has no `data` field with anything in it and so is dropped by rule. `unfinished`: the stream ends before the blank line
   * that would dispatch it.
   */
  readonly reason: 'no-data' | 'unfinished';
  /** The type it names, if any. */
  readonly event?: string;
  /** Its data so far, where it has `data` fields. */
  readonly data?: string;
  readonly position: Position;
  /** How many events were dispatched before it. */
  readonly eventsBefore: number;
}

/** What a stream comes to. */
export interface EventStream {
  readonly events: readonly StreamEvent[];
  /** Blocks with an `event` or `data` field that were not dispatched, in order. */
  readonly dropped: readonly DroppedBlock[];
  /** The last reconnection time that was set, in milliseconds. */
  readonly retry?: number;
}

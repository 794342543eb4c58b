export { eventStreamParser, parseEventStream, type EventStreamParser } from './event-stream-parser';
export type { DroppedBlock, EventStream, StreamEvent } from './event-stream';
export { parseOrder, type OrderProblem } from './parse-order';
export type { OrderGrammar } from './order-grammar';
export { matchOrder, terminalsOf, type OrderVerdict } from './match-order';

import type { OrderGrammar } from '@fixpoint/event-stream';
import type { Located, OpenApiDocument, Operation } from '@fixpoint/openapi-document';

/** What the data of an event has to be. */
export interface EventSchema {
  /** `text` is taken as it is, `json` is parsed. */
  readonly format: 'json' | 'text';
  /** Any data is right when absent. */
  readonly schema?: Located;
}

/** What a stream of one operation may hold. */
export interface EventContract {
  /** Events by name; any event is right when absent. */
  readonly events?: ReadonlyMap<string, EventSchema>;
  /** What an event has to be that is not among `events`; such an event is unknown when absent. */
  readonly anyEvent?: EventSchema;
  readonly order?: OrderGrammar;
  /** Where the order stands. */
  readonly orderPlace?: Located;
}

/** The event streams of one response. */
export interface StreamMedia {
  readonly document: OpenApiDocument;
  readonly operation: Operation;
  /** Key of the response: `200`, `2XX` or `default`. */
  readonly status: string;
  readonly response: Located;
  /** The `text/event-stream` entry of its content. */
  readonly place: Located;
}

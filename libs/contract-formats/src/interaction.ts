/**
 * What one consumer expects of one exchange: an HTTP interaction of a pact file (v2 to v4), in one form for all versions. Matchers,
 * generators and provider states are not part of it.
 */
export interface Interaction {
  /** The pact file, relative to the root. */
  readonly file: string;
  /** JSON pointer of the interaction in that file. */
  readonly pointer: string;
  readonly consumer: string;
  readonly provider: string;
  readonly description: string;
  readonly request: InteractionRequest;
  readonly response: InteractionResponse;
}

/** What the consumer sends. */
export interface InteractionRequest {
  readonly method: string;
  /** A literal path, without its query. */
  readonly path: string;
  /** The values of each query parameter, in their order. */
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Absent where the interaction says nothing of a body. */
  readonly body?: unknown;
}

/** What the consumer expects to get. */
export interface InteractionResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Absent where the interaction says nothing of a body. */
  readonly body?: unknown;
}

/** The types that every emitted client begins with. */
export const RUNTIME_TYPES = `
/** Where requests go, and how. */
export interface ClientOptions {
  /** Paths are appended to it. */
  readonly baseUrl: string;
  /** Instead of the global one. */
  readonly fetch?: typeof globalThis.fetch;
  /** Added to every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What every call can be given. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** A declared response; \`status\` tells which. */
export interface Answer<Status, ContentType, Body> {
  readonly status: Status;
  /** The declared media type that the response has; undefined where it has no body. */
  readonly contentType: ContentType;
  readonly body: Body;
  readonly headers: Headers;
}

/** An event of a stream of which the document does not say what it holds. */
export interface UntypedEvent {
  readonly event: string;
  readonly data: string;
  readonly id?: string;
  readonly retry?: number;
}

/** The server gave what its document does not declare. */
export class UnexpectedResponse extends Error {
  override readonly name = "UnexpectedResponse";
  readonly response: Response;
  constructor(message: string, response: Response) {
    super(message);
    this.response = response;
  }
}

export type Multipart<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | Blob | readonly Blob[] };
type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type ToNumber<Text> = Text extends \`\${infer Value extends number}\` ? Value : never;
export type StatusRange<Hundred extends 1 | 2 | 3 | 4 | 5> = ToNumber<\`\${Hundred}\${Digit}\${Digit}\`>;
export type Status = StatusRange<1 | 2 | 3 | 4 | 5>;
`;

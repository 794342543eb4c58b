/** Reading a response by what is declared of its status and media type. */
export const RUNTIME_RESPONSE = `
async function decodeBody({ answers }: OperationSpec, response: Response): Promise<Answer<number, string | undefined, unknown>> {
  const { status, headers } = response;
  const range = Math.floor(status / 100) + "XX";
  const declared =
    answers.find(([name]) => name === String(status)) ??
    answers.find(([name]) => name.toUpperCase() === range) ??
    answers.find(([name]) => name === "default");
  if (declared === undefined) throw new UnexpectedResponse("the status " + status + " is not declared", response);
  const [, media] = declared;
  const type = (headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  const isEmpty = media.length === 0 || status === 204 || status === 304;
  if (isEmpty) {
    await response.body?.cancel();
    return { status, contentType: undefined, body: undefined, headers };
  }
  const chosen = media.find(([name]) => name.toLowerCase() === type) ?? media.find(([name]) => matches(name, type)) ?? (type === "" ? media[0] : undefined);
  if (chosen === undefined) throw new UnexpectedResponse("the media type " + type + " is not declared for " + status, response);
  const [contentType, kind, events] = chosen;
  if (kind === "events") return { status, contentType, body: readEvents(response, events), headers };
  if (kind === "json") return { status, contentType, body: await response.json(), headers };
  const body = kind === "bytes" || kind === "multipart" ? await response.blob() : await response.text();
  return { status, contentType, body, headers };
}

function matches(declared: string, type: string): boolean {
  const name = declared.split(";")[0]!.trim().toLowerCase();
  if (name === type || name === "*/*") return true;
  return name.endsWith("/*") && type.startsWith(name.slice(0, -1));
}
`;

/** Where no operation has an event stream, none is read. */
export const RUNTIME_NO_EVENTS = `
function readEvents(response: Response, _events: Media[2]): never {
  throw new UnexpectedResponse("no event stream is declared", response);
}
`;

/** Reading an event stream as the HTML standard has it (section "Server-sent events", "Interpreting an event stream"). */
export const RUNTIME_EVENTS = `
/** The declared events of a stream; those of other names are passed over, as any consumer of events does. */
async function* readEvents(response: Response, events: Media[2]): AsyncGenerator<UntypedEvent, void, undefined> {
  const kinds = new Map(events ?? [["*", "text"]]);
  for await (const { data, ...event } of parseEvents(response)) {
    const kind = kinds.get(event.event) ?? kinds.get("*");
    if (kind === undefined) continue;
    try {
      yield { ...event, data: kind === "json" ? (JSON.parse(data) as string) : data };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new UnexpectedResponse("the data of the event " + event.event + " is not JSON", response);
    }
  }
}

async function* parseEvents(response: Response): AsyncGenerator<UntypedEvent, void, undefined> {
  let event = "";
  let data: string[] = [];
  let id: string | undefined;
  let retry: number | undefined;
  for await (const line of linesOf(response)) {
    if (line === "") {
      if (data.length > 0) {
        yield {
          event: event === "" ? "message" : event,
          data: data.join("\\n"),
          ...(id !== undefined && { id }),
          ...(retry !== undefined && { retry }),
        };
      }
      event = "";
      data = [];
      retry = undefined;
      continue;
    }
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") event = value;
    else if (field === "data") data.push(value);
    else if (field === "id" && !value.includes("\\0")) id = value;
    else if (field === "retry" && /^[0-9]+$/.test(value)) retry = Number(value);
  }
}

async function* linesOf(response: Response): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      // A carriage return at the end may be the first half of a line ending.
      const lines = rest.split(done ? /\\r\\n|\\n|\\r/ : /\\r\\n|\\n|\\r(?=[^])/);
      rest = lines.pop() ?? "";
      yield* lines;
      if (done) return;
    }
  } finally {
    await reader.cancel();
  }
}
`;

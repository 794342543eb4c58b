/** Writing a request: parameters by their styles, bodies by their media types. */
export const RUNTIME_REQUEST = `
type Place = "path" | "query" | "header" | "cookie";
type Parameter = readonly [place: Place, name: string, style: string, explode: boolean, reserved?: boolean];
type Media = readonly [type: string, kind: string, events?: readonly (readonly [name: string, kind: string])[]];

interface OperationSpec {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Media[];
  readonly answers: readonly (readonly [status: string, media: readonly Media[]])[];
}

interface Sendable extends CallOptions {
  readonly path?: object;
  readonly query?: object;
  readonly querystring?: string | URLSearchParams;
  readonly header?: object;
  readonly cookie?: object;
  readonly contentType?: string;
  readonly body?: unknown;
}

async function send<Result>(options: ClientOptions, request: Sendable, operation: OperationSpec): Promise<Result> {
  const headers = new Headers();
  const accepted = new Set(operation.answers.flatMap(([, media]) => media.map(([type]) => type)));
  if (accepted.size > 0) headers.set("accept", [...accepted].join(", "));
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  const query: string[] = request.querystring === undefined ? [] : [String(request.querystring)];
  const cookies: string[] = [];
  for (const parameter of operation.parameters) {
    const [place, name] = parameter;
    const value = fieldsOf(request[place]).get(name);
    if (value === undefined || value === null || place === "path") continue;
    if (place === "header") headers.set(name, writePart(parameter, value));
    else (place === "query" ? query : cookies).push(...queryPart(parameter, value));
  }
  if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
  const body = encodeBody(operation, request, headers);
  const search = query.filter((part) => part !== "").join("&");
  const path = fillPath(operation, fieldsOf(request.path));
  const url = options.baseUrl.replace(/\\/+$/, "") + path + (search === "" ? "" : "?" + search);
  const response = await (options.fetch ?? globalThis.fetch)(url, {
    method: operation.method,
    headers,
    ...(body !== undefined && { body }),
    ...(request.signal !== undefined && { signal: request.signal }),
  });
  return (await decodeBody(operation, response)) as Result;
}

function fieldsOf(group: object | undefined): Map<string, unknown> {
  return new Map(Object.entries(group ?? {}));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fillPath({ path, parameters }: OperationSpec, values: Map<string, unknown>): string {
  return path.replace(/\\{([^{}]*)\\}/g, (_whole, name: string) => {
    const parameter = parameters.find(([place, other]) => place === "path" && other === name);
    const value = values.get(name);
    if (value === undefined || value === null) throw new TypeError("the path parameter " + name + " is missing");
    return writePart(parameter ?? ["path", name, "simple", false], value);
  });
}

/** The parts of a value: items of a list, names and values of an object (joined when exploded), otherwise the value. */
function atomsOf([place, , , explode, reserved]: Parameter, value: unknown): string[] {
  const write = (atom: unknown): string => {
    const text = isObject(atom) || Array.isArray(atom) ? JSON.stringify(atom) : String(atom);
    if (place === "header") return text;
    const encoded = encodeURIComponent(text);
    return reserved === true ? encoded.replace(/%(?:3A|2F|3F|23|5B|5D|40|21|24|26|27|28|29|2A|2B|2C|3B|3D)/g, decodeURIComponent) : encoded;
  };
  if (Array.isArray(value)) return value.map(write);
  if (!isObject(value)) return [write(value)];
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  return entries.flatMap(([name, item]) => (explode ? [write(name) + "=" + write(item)] : [write(name), write(item)]));
}

/** A parameter of a path or a header. */
function writePart(parameter: Parameter, value: unknown): string {
  const [place, name, style, explode] = parameter;
  if (style === "content") return place === "header" ? JSON.stringify(value) : encodeURIComponent(JSON.stringify(value));
  const atoms = atomsOf(parameter, value);
  if (style === "label") return "." + atoms.join(explode ? "." : ",");
  if (style !== "matrix") return atoms.join(",");
  if (!explode) return ";" + name + "=" + atoms.join(",");
  return atoms.map((atom) => ";" + (isObject(value) ? atom : name + "=" + atom)).join("");
}

/** A parameter of a query or a cookie, as pairs of name and value. */
function queryPart(parameter: Parameter, value: unknown): string[] {
  const [, name, style, explode] = parameter;
  const key = encodeURIComponent(name);
  if (style === "content") return [key + "=" + encodeURIComponent(JSON.stringify(value))];
  if (style === "deepObject" && isObject(value)) {
    return Object.entries(value).flatMap(([inner, item]) =>
      item === undefined || item === null
        ? []
        : Array.isArray(item)
          ? item.flatMap((one) => queryPart(["query", name + "[" + inner + "]", style, true], one))
          : queryPart(["query", name + "[" + inner + "]", style, true], item),
    );
  }
  const atoms = atomsOf(parameter, value);
  if (explode) return isObject(value) ? atoms : atoms.map((atom) => key + "=" + atom);
  const separator = style === "spaceDelimited" ? "%20" : style === "pipeDelimited" ? "%7C" : ",";
  return [key + "=" + atoms.join(separator)];
}

function encodeBody({ body }: OperationSpec, request: Sendable, headers: Headers): RequestInit["body"] | undefined {
  if (request.body === undefined) return undefined;
  const [type, kind] = body.find(([name]) => name === request.contentType) ?? body[0] ?? ["", "bytes"];
  // The boundary of a multipart body is known to fetch alone.
  if (kind !== "multipart" && type !== "" && !type.includes("*")) headers.set("content-type", type);
  if (kind === "json" && type.includes("*")) headers.set("content-type", "application/json");
  if (kind === "json") return JSON.stringify(request.body);
  if (kind === "form") return encodeForm(request.body);
  if (kind === "multipart") return encodeMultipart(request.body);
  return request.body as RequestInit["body"];
}

function encodeForm(body: unknown): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) form.append(name, isObject(item) ? JSON.stringify(item) : String(item));
    }
  }
  return form;
}

function encodeMultipart(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item instanceof Blob) form.append(name, item);
      else if (isObject(item)) form.append(name, new Blob([JSON.stringify(item)], { type: "application/json" }));
      else if (item !== undefined && item !== null) form.append(name, String(item));
    }
  }
  return form;
}
`;

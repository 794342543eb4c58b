/** Names and values of headers or query parameters. */
export type Fields = Readonly<Record<string, readonly string[]>>;

/** A header by its name in any case; its values in one text, as HTTP has them. */
export function headerOf(
  headers: Fields,
  name: string,
): { readonly name: string; readonly text: string } | undefined {
  const wanted = name.toLowerCase();
  const written = Object.keys(headers).find((candidate) => candidate.toLowerCase() === wanted);
  return written === undefined ? undefined : { name: written, text: (headers[written] ?? []).join(', ') };
}

/** The values of a query parameter. */
export function queryValues(query: Fields, name: string): readonly string[] | undefined {
  return Object.hasOwn(query, name) ? query[name] : undefined;
}

/** Cookies by name. */
export function cookiesOf(headers: Fields): ReadonlyMap<string, string> {
  const pairs = (headerOf(headers, 'cookie')?.text ?? '').split(';').map((pair) => pair.trim());
  return new Map(
    pairs
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}

import type { Located, OpenApiDocument, Operation } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';

/** The response of an operation that speaks for a status. */
export interface DeclaredResponse {
  /** Its key: `200`, `2XX` or `default`. */
  readonly key: string;
  readonly place: Located<Readonly<Record<string, unknown>>>;
}

/** The response for a status: the exact one, otherwise the range it lies in, otherwise the default. */
export function responseFor(
  document: OpenApiDocument,
  { place }: Operation,
  status: number,
): DeclaredResponse | undefined {
  const responses = document.child(place, 'responses');
  if (responses === undefined || !isRecord(responses.value)) return undefined;
  const keys = Object.keys(responses.value);
  const range = `${Math.floor(status / 100)}XX`;
  const key =
    keys.find((candidate) => candidate === String(status)) ??
    keys.find((candidate) => candidate.toUpperCase() === range) ??
    keys.find((candidate) => candidate === 'default');
  const response = key === undefined ? undefined : document.child(responses, key);
  const resolved = response && document.resolve(response);
  if (key === undefined || resolved === undefined || !isRecord(resolved.value)) return undefined;
  return { key, place: resolved as DeclaredResponse['place'] };
}

import { isJsonType, typeOf, type MediaType } from '@fixpoint/openapi-routing';
import { headerOf } from './fields';
import { valueIssues, type Exchange, type Issue } from './issue';

/**
 * A body by the schema of its media type: JSON as it is, a form and plain text by the values they write. Other bodies are not judged; event
 * streams have a check of their own.
 */
export function bodyIssues(exchange: Exchange, media: MediaType, side: 'request' | 'response'): Issue[] {
  const { interaction, document, bodyPointer } = exchange;
  const schema = document.child(media.place, 'schema');
  if (schema === undefined) return [];
  const { headers, body } = interaction[side];
  const read = readBody(headerOf(headers, 'content-type')?.text ?? media.type, body);
  if (read === undefined) return [];
  return valueIssues(exchange, {
    id: `${side}-body`,
    at: `/${side}/body${bodyPointer}`,
    name: `the ${side} body`,
    schema,
    reading: side === 'request' ? 'sent' : 'expected',
    ...read,
  });
}

function readBody(
  type: string,
  body: unknown,
): { readonly value: unknown; readonly coerce: boolean } | undefined {
  if (isJsonType(type) || typeof body !== 'string') return { value: body, coerce: false };
  if (typeOf(type) === 'text/plain') return { value: body, coerce: true };
  if (typeOf(type) !== 'application/x-www-form-urlencoded') return undefined;
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(body))
    values.set(name, [...(values.get(name) ?? []), value]);
  const entries = [...values].map(([name, list]) => [name, list.length === 1 ? list[0] : list] as const);
  return { value: Object.fromEntries(entries), coerce: true };
}

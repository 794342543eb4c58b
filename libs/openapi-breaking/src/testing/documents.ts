import { readDocument, type OpenApiDocument } from '@fixpoint/openapi-document';
import { compareDocuments } from '../compare-documents';
import type { Difference } from '../difference';
import type { RuleId } from '../rules/rules';

/** A day for tests, between the dates that they use. */
export const TODAY = '2026-06-15';

type Value = Readonly<Record<string, unknown>>;

/** A document of a test, read as a file would be; `openapi` and `info` are filled in. */
export function documentOf(content: Value): OpenApiDocument {
  const info = { title: 'Test', version: '1.0.0' };
  const text = JSON.stringify({ openapi: '3.1.0', info, ...content });
  const read = readDocument('api', { entry: 'api.json', texts: new Map([['api.json', text]]) });
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

/** A document with one operation, `POST /things/{id}`. */
export function operationOf(operation: Value, content: Value = {}): OpenApiDocument {
  return documentOf({ ...content, paths: { '/things/{id}': { post: withResponses(operation) } } });
}

function withResponses(operation: Value): Value {
  return { responses: { 200: { description: 'Done' } }, ...operation };
}

/** The differences of two documents on the day of the tests. */
export function diff(old: OpenApiDocument, now: OpenApiDocument): readonly Difference[] {
  return compareDocuments({ old, now, today: TODAY });
}

/** The rules of their differences. */
export function rulesOf(old: OpenApiDocument, now: OpenApiDocument): readonly RuleId[] {
  return diff(old, now).map(({ rule }) => rule);
}

import type { OpenApiDocument } from '@fixpoint/openapi-document';
import type { Subject } from '../rules/schema-aspects';
import { operationOf } from './documents';

type Schema = unknown;
type Part = Readonly<Record<string, unknown>>;

const json = (schema: Schema): Part => ({ 'application/json': { schema } });
const requestBody = (schema: Schema): Part => ({ requestBody: { content: json(schema) } });
const response = (part: Part): Part => ({ responses: { 200: { description: 'Done', ...part } } });
const parameter = (schema: Schema): Part => ({ parameters: [{ name: 'p', in: 'query', schema }] });
const header = (schema: Schema): Part => response({ headers: { 'X-Header': { schema } } });
const property = (schema: Schema): Schema => ({ type: 'object', properties: { inner: schema } });
// The flag stands beside the schema, as `allOf` has it.
const flagged = (flag: string, schema: Schema): Schema =>
  property({ type: undefined, [flag]: true, allOf: [schema] });

const OPERATIONS: Readonly<Record<Subject, (schema: Schema) => Part>> = {
  'request-body': requestBody,
  'request-property': (schema) => requestBody(property(schema)),
  'request-read-only-property': (schema) => requestBody(flagged('readOnly', schema)),
  'request-parameter': parameter,
  'request-parameter-property': (schema) => parameter(property(schema)),
  'response-body': (schema) => response({ content: json(schema) }),
  'response-property': (schema) => response({ content: json(property(schema)) }),
  'response-write-only-property': (schema) => response({ content: json(flagged('writeOnly', schema)) }),
  'response-header': header,
  'response-header-property': (schema) => header(property(schema)),
};

/** A document that has a schema at a place. */
export function embed(subject: Subject, schema: Schema, openapi = '3.1.0'): OpenApiDocument {
  return operationOf(OPERATIONS[subject](schema), { openapi });
}

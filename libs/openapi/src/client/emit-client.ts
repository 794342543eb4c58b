import { basename, dirname, relative } from 'node:path/posix';
import { METHODS, type OpenApiDocument } from '@fixpoint/openapi-document';
import { modelOperations, type MediaModel, type OperationModel } from './operation-model';
import { isRequestOptional, requestType } from './request-type';
import { resultType } from './result-type';
import { RUNTIME_REQUEST } from './runtime-request';
import { RUNTIME_EVENTS, RUNTIME_NO_EVENTS, RUNTIME_RESPONSE } from './runtime-response';
import { RUNTIME_TYPES } from './runtime-types';

/** Where the client and its types go, relative to the root. */
export interface ClientPlaces {
  readonly client: string;
  readonly types: string;
}

/**
 * A module with one function per operation of a bundled document, on top of its generated types. It needs no package: `fetch`, and
 * what comes with it, is all.
 */
export function emitClient(bundle: OpenApiDocument, places: ClientPlaces): string {
  const operations = modelOperations(bundle);
  const streams = operations.some(({ answers }) =>
    answers.some(({ media }) => media.some(({ kind }) => kind === 'events')),
  );
  if (operations.length === 0) return `export type { paths } from ${JSON.stringify(moduleName(places))};\n`;
  return [
    `import type { paths } from ${JSON.stringify(moduleName(places))};\n`,
    RUNTIME_TYPES,
    ...operations.map((operation) => `\n${emitOperation(operation)}`),
    RUNTIME_REQUEST,
    RUNTIME_RESPONSE,
    streams ? RUNTIME_EVENTS : RUNTIME_NO_EVENTS,
  ].join('');
}

/** The types as a module names them: by the ending that the compiled file has, which every way of resolving modules understands. */
function moduleName({ client, types }: ClientPlaces): string {
  const file = basename(types).replace(/(?:\.d)?\.([cm]?)tsx?$/, '.$1js');
  const directory = relative(dirname(client), dirname(types));
  return `${directory.startsWith('..') ? '' : './'}${directory === '' ? '' : `${directory}/`}${file}`;
}

function emitOperation(operation: OperationModel): string {
  const { functionName, typeName, path, method } = operation;
  const optional = isRequestOptional(operation) ? ' = {}' : '';
  return `export type ${typeName}Operation = paths[${JSON.stringify(path)}][${JSON.stringify(method)}];

${requestType(operation)}

${resultType(operation)}

${comment(operation)}
export function ${functionName}(options: ClientOptions, request: ${typeName}Request${optional}): Promise<${typeName}Result> {
  return send(options, request, ${emitSpec(operation)});
}
`;
}

function comment({ method, path, summary, isDeprecated }: OperationModel): string {
  const text = `${method.toUpperCase()} ${path}${summary === undefined ? '' : `: ${summary}`}`;
  const line = text.replace(/\s+/g, ' ').trim().replaceAll('*/', '*\\/');
  return `/** ${line}${isDeprecated ? ' @deprecated' : ''} */`;
}

function emitSpec({ method, path, parameters, body, answers }: OperationModel): string {
  const parts = {
    method: verb(method),
    path,
    parameters: parameters.map(({ place, name, style, explode, allowReserved }) => [
      place,
      name,
      style,
      explode,
      ...(allowReserved ? [true] : []),
    ]),
    body: body.map(emitMedia),
    answers: answers.map(({ status, media }) => [status, media.map(emitMedia)]),
  };
  const lines = Object.entries(parts).map(([key, value]) => `    ${key}: ${JSON.stringify(value)},\n`);
  return `{\n${lines.join('')}  }`;
}

/** Methods of `additionalOperations` (3.2) are sent as they are written. */
function verb(method: string): string {
  return (METHODS as readonly string[]).includes(method) ? method.toUpperCase() : method;
}

function emitMedia({ type, kind, events }: MediaModel): readonly unknown[] {
  return events === undefined ? [type, kind] : [type, kind, events];
}

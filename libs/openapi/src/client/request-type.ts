import type { MediaModel, OperationModel, ParameterPlace } from './operation-model';

const PLACES: readonly ParameterPlace[] = ['path', 'query', 'header', 'cookie'];

/** The type of what an operation's function takes. */
export function requestType(operation: OperationModel): string {
  const fields = [...PLACES.flatMap((place) => groupField(operation, place)), ...queryStringField(operation)];
  const [only] = operation.body;
  const single = operation.body.length === 1 && only !== undefined;
  if (single) fields.push(`readonly body${mark(operation.isBodyRequired)}: ${bodyType(operation, only)};`);
  const lines = [
    `export type ${operation.typeName}Request = CallOptions & {`,
    ...fields.map((f) => `  ${f}`),
  ];
  const choice = operation.body.length > 1 ? ` & (${bodyChoice(operation)}\n)` : '';
  return [...lines, `}${choice};`].join('\n');
}

/** Whether a call without any request makes sense. */
export function isRequestOptional({ parameters, body, isBodyRequired }: OperationModel): boolean {
  return parameters.every(({ isRequired }) => !isRequired) && !(body.length > 0 && isBodyRequired);
}

function groupField({ typeName, parameters }: OperationModel, place: ParameterPlace): string[] {
  const group = parameters.filter((parameter) => parameter.place === place);
  if (group.length === 0) return [];
  const isRequired = group.some((parameter) => parameter.isRequired);
  const type = `NonNullable<${typeName}Operation["parameters"]["${place}"]>`;
  return [`readonly ${place}${mark(isRequired)}: ${type};`];
}

function queryStringField({ hasQueryString }: OperationModel): string[] {
  return hasQueryString ? ['readonly querystring?: string | URLSearchParams;'] : [];
}

function mark(isRequired: boolean): string {
  return isRequired ? '' : '?';
}

function bodyChoice(operation: OperationModel): string {
  const choices = operation.body.map(
    (media) =>
      `{ readonly contentType: ${JSON.stringify(media.type)}; readonly body: ${bodyType(operation, media)} }`,
  );
  if (!operation.isBodyRequired)
    choices.push('{ readonly contentType?: undefined; readonly body?: undefined }');
  return choices.map((choice) => `\n  | ${choice}`).join('');
}

function bodyType({ typeName }: OperationModel, { type, kind }: MediaModel): string {
  const schema = `NonNullable<${typeName}Operation["requestBody"]>["content"][${JSON.stringify(type)}]`;
  if (kind === 'json' || kind === 'form') return schema;
  if (kind === 'multipart') return `Multipart<${schema}>`;
  return kind === 'bytes' ? 'NonNullable<RequestInit["body"]>' : 'string';
}

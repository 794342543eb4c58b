import type { Located, OpenApiDocument, Operation } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import { EVENT_KINDS } from '../bundle/event-union';
import { functionNames, typeName } from './identifiers';
import { mediaKind, type MediaKind } from './media-kind';

/** Where a parameter goes. */
export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

/** A parameter as it is written into a request. */
export interface ParameterModel {
  readonly place: ParameterPlace;
  readonly name: string;
  readonly isRequired: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
}

/** One representation of a body. */
export interface MediaModel {
  /** As the document writes it. */
  readonly type: string;
  readonly kind: MediaKind;
  /** For event streams: the names of events and how their data is read; undefined where nothing is said of them. */
  readonly events?: readonly (readonly [string, string])[];
}

/** The answers by one status, range of statuses or `default`. */
export interface AnswerModel {
  /** `200`, `4XX` or `default`, as the document writes it. */
  readonly status: string;
  /** Empty where there is no body. */
  readonly media: readonly MediaModel[];
}

/** Everything about an operation that its client function is made of. */
export interface OperationModel {
  readonly functionName: string;
  readonly typeName: string;
  readonly path: string;
  readonly method: string;
  readonly summary?: string;
  readonly isDeprecated: boolean;
  readonly parameters: readonly ParameterModel[];
  readonly hasQueryString: boolean;
  readonly body: readonly MediaModel[];
  readonly isBodyRequired: boolean;
  readonly answers: readonly AnswerModel[];
}

const STATUS = /^(?:[1-5](?:\d\d|XX)|default)$/i;

const STYLES: Readonly<Record<ParameterPlace, string>> = {
  path: 'simple',
  query: 'form',
  header: 'simple',
  cookie: 'form',
};

/** The statuses that an operation declares, in the order of the document. */
export function declaredStatuses(document: OpenApiDocument, { place }: Operation): string[] {
  return entriesOf(document, place, 'responses')
    .map(([status]) => status)
    .filter((status) => STATUS.test(status));
}

/** The operations of a bundled document, in its order. */
export function modelOperations(bundle: OpenApiDocument): OperationModel[] {
  const names = functionNames(bundle.operations);
  return bundle.operations.map((operation, index) =>
    modelOperation(bundle, operation, names[index] as string),
  );
}

function modelOperation(bundle: OpenApiDocument, operation: Operation, functionName: string): OperationModel {
  const { path, method, place } = operation;
  const { summary, deprecated } = place.value;
  const body = resolved(bundle, place, 'requestBody');
  return {
    functionName,
    typeName: typeName(functionName),
    path,
    method,
    ...(typeof summary === 'string' && { summary }),
    isDeprecated: deprecated === true,
    parameters: operation.parameters.flatMap(({ value }) => modelParameter(value)),
    hasQueryString: operation.parameters.some(({ value }) => value['in'] === 'querystring'),
    body: body === undefined ? [] : mediaOf(bundle, body),
    isBodyRequired: isRecord(body?.value) && body.value['required'] === true,
    answers: answersOf(bundle, operation),
  };
}

function modelParameter(value: Readonly<Record<string, unknown>>): ParameterModel[] {
  const { in: place, name, required, content, style, explode, allowReserved } = value;
  if (typeof name !== 'string' || !isPlace(place)) return [];
  const chosen = content === undefined ? (typeof style === 'string' ? style : STYLES[place]) : 'content';
  return [
    {
      place,
      name,
      isRequired: place === 'path' || required === true,
      style: chosen,
      explode: typeof explode === 'boolean' ? explode : chosen === 'form' || chosen === 'cookie',
      allowReserved: allowReserved === true,
    },
  ];
}

function isPlace(place: unknown): place is ParameterPlace {
  return typeof place === 'string' && Object.hasOwn(STYLES, place);
}

function answersOf(bundle: OpenApiDocument, operation: Operation): AnswerModel[] {
  return declaredStatuses(bundle, operation).map((status) => {
    const response = resolved(bundle, operation.place, 'responses', status);
    const hasBody = response !== undefined && operation.method !== 'head';
    return { status, media: hasBody ? mediaOf(bundle, response) : [] };
  });
}

function mediaOf(bundle: OpenApiDocument, place: Located): MediaModel[] {
  return entriesOf(bundle, place, 'content').map(([type, { value: media }]) => {
    const kind = mediaKind(type, media);
    const events = isRecord(media) ? media[EVENT_KINDS] : undefined;
    return { type, kind, ...(Array.isArray(events) && { events }) };
  });
}

function resolved(
  document: OpenApiDocument,
  place: Located,
  ...keys: readonly string[]
): Located | undefined {
  const child = document.child(place, ...keys);
  return child && document.resolve(child);
}

function entriesOf(document: OpenApiDocument, place: Located, key: string): [string, Located][] {
  const map = document.child(place, key);
  if (map === undefined || !isRecord(map.value)) return [];
  return Object.keys(map.value).map((name) => [name, document.child(map, name) as Located]);
}

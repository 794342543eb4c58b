import { isRecord } from '@fixpoint/structured-text';
import { METHODS, type Located, type OpenApiDocument, type Operation } from './openapi-document';

type Linked = Omit<OpenApiDocument, 'operations'>;
type Place = Located<Readonly<Record<string, unknown>>>;

/** The operations of a document: path items in their order, methods in the order of the path item. */
export function readOperations(document: Linked): Operation[] {
  return entriesOf(document, document.root, 'paths').flatMap(([path, item]) => {
    const pathItem = document.resolve(item) as Place;
    if (!isRecord(pathItem.value) || path.startsWith('x-')) return [];
    const shared = parametersOf(document, pathItem);
    return [
      ...Object.keys(pathItem.value)
        .filter((key) => (METHODS as readonly string[]).includes(key))
        .map((key) => [key, document.child(pathItem, key)] as const),
      ...entriesOf(document, pathItem, 'additionalOperations'),
    ].flatMap(([method, place]) =>
      place !== undefined && isRecord(place.value)
        ? [toOperation(document, { path, method, place: place as Place, shared })]
        : [],
    );
  });
}

function toOperation(
  document: Linked,
  {
    path,
    method,
    place,
    shared,
  }: Pick<Operation, 'path' | 'method' | 'place'> & { shared: readonly Place[] },
): Operation {
  const id = place.value['operationId'];
  const own = parametersOf(document, place);
  const names = new Set(own.map(nameOf));
  return {
    path,
    method,
    ...(typeof id === 'string' && { id }),
    place,
    parameters: [...shared.filter((parameter) => !names.has(nameOf(parameter))), ...own],
  };
}

function parametersOf(document: Linked, place: Place): Place[] {
  return entriesOf(document, place, 'parameters')
    .map(([, parameter]) => document.resolve(parameter) as Place)
    .filter(({ value }) => isRecord(value));
}

function nameOf({ value }: Place): string {
  return JSON.stringify([value['in'], value['name']]);
}

function entriesOf(document: Linked, place: Located, key: string): (readonly [string, Located])[] {
  const map = document.child(place, key);
  if (map === undefined || typeof map.value !== 'object' || map.value === null) return [];
  return Object.keys(map.value).flatMap((name) => {
    const entry = document.child(map, name);
    return entry === undefined ? [] : [[name, entry] as const];
  });
}

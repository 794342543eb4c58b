import { isRecord, toPointer } from '@fixpoint/structured-text';

/** A `$ref` and the pointer of the object that holds it. */
export interface FoundReference {
  readonly reference: string;
  readonly pointer: string;
}

/** A place that a reference names: a file relative to the root and a JSON pointer in it. */
export interface ReferenceTarget {
  readonly file: string;
  readonly pointer: string;
}

/** Keys whose values are data of the user, in which a `$ref` is a key like any other. */
const DATA_KEYS = new Set(['example', 'default', 'enum', 'const', 'value', 'dataValue']);

/** The extension that declares the events of a stream: unlike those of other extensions, its values are schemas. */
const EVENTS = 'x-sse-events';

/** Keys of maps whose keys are names that the user chose, so that none of them means anything. */
const NAME_MAPS = new Set([
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'],
  ...[
    'schemas',
    'responses',
    'parameters',
    'examples',
    'requestBodies',
    'headers',
    'securitySchemes',
    'links',
  ],
  ...['callbacks', 'pathItems', 'webhooks', 'content', 'encoding', 'mediaTypes', 'variables', EVENTS],
]);

/** Every `$ref` of a document, in its order. Values of examples, defaults, enums and extensions are data and hold none; `x-sse-events` holds schemas. */
export function referencesIn(value: unknown): FoundReference[] {
  const found: FoundReference[] = [];
  const at: (string | number)[] = [];
  const visit = (node: unknown, areNames: boolean): void => {
    if (Array.isArray(node)) {
      node.forEach((item, index) => enter(index, item, false));
    } else if (isRecord(node)) {
      const { $ref: reference } = node;
      if (!areNames && typeof reference === 'string') found.push({ reference, pointer: toPointer(at) });
      for (const [key, child] of Object.entries(node)) {
        if (!areNames && (isData(key, child) || key === '$ref')) continue;
        enter(key, child, !areNames && NAME_MAPS.has(key));
      }
    }
  };
  const enter = (key: string | number, child: unknown, areNames: boolean): void => {
    at.push(key);
    visit(child, areNames);
    at.pop();
  };
  visit(value, false);
  return found;
}

/** What the mappings of discriminators refer to, where they refer to files; the names of schemas are left out. */
export function mappedFiles(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mappedFiles);
  if (!isRecord(value)) return [];
  const { mapping, propertyName } = value;
  const mapped = isRecord(mapping) && typeof propertyName === 'string' ? Object.values(mapping) : [];
  return [
    ...mapped.filter((target): target is string => typeof target === 'string' && /[/#]|\.\w+$/.test(target)),
    ...Object.values(value).flatMap(mappedFiles),
  ];
}

// `examples` is a list of data in a schema and a map of example objects, which may be references, elsewhere.
function isData(key: string, child: unknown): boolean {
  if (key === EVENTS) return false;
  return DATA_KEYS.has(key) || key.startsWith('x-') || (key === 'examples' && Array.isArray(child));
}

/** Whether a reference leads to another machine or by another scheme than a file path. */
export function isRemote(reference: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(reference);
}

/** Where a reference leads that stands in a file; undefined for one that leaves the file system or is no URI. */
export function splitReference(reference: string, from: string): ReferenceTarget | undefined {
  if (isRemote(reference)) return undefined;
  const hash = reference.indexOf('#');
  const path = hash === -1 ? reference : reference.slice(0, hash);
  const fragment = hash === -1 ? '' : reference.slice(hash + 1);
  const decodedPath = decode(path);
  const pointer = decode(fragment);
  if (decodedPath === undefined || pointer === undefined) return undefined;
  return { file: decodedPath === '' ? from : joinPath(from, decodedPath), pointer };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** A path relative to the root, from a path that is relative to the directory of a file; `..` stays where it leaves the root. */
function joinPath(from: string, path: string): string {
  const segments = from.split('/').slice(0, -1);
  for (const segment of path.replaceAll('\\', '/').split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else segments.push(segment);
  }
  return segments.join('/');
}

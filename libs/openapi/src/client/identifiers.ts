import type { Operation } from '@fixpoint/openapi-document';

/** Words that no function of a module can be called. */
const RESERVED = new Set(
  [
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends',
    'false finally for function if implements import in instanceof interface let new null package private protected',
    'public return static super switch this throw true try typeof undefined var void while with yield',
    // What the emitted runtime calls by its name, or declares.
    'AbortSignal Array AsyncGenerator Blob Error Exclude FormData Headers Infinity JSON Map NaN NonNullable Number Object',
    'Promise Response String Symbol TextDecoder TypeError URLSearchParams encodeURIComponent globalThis paths',
    'atomsOf decodeBody encodeBody encodeForm encodeMultipart fieldsOf fillPath isObject kindOf linesOf matches parseEvents',
    'queryPart readEvents send writePart UnexpectedResponse',
  ].flatMap((line) => line.split(' ')),
);

/** The name of each operation's function, in the order of the operations. */
export function functionNames(operations: readonly Operation[]): string[] {
  const taken = new Set<string>();
  return operations.map((operation) => {
    const base = legalName(wordsOf(operation));
    let name = base;
    // Types are named after functions with a capital, so names that differ in that alone would meet.
    for (let count = 2; taken.has(typeName(name)); count += 1) name = `${base}${count}`;
    taken.add(typeName(name));
    return name;
  });
}

/** What the types of an operation begin with. */
export function typeName(functionName: string): string {
  const [first = '', ...rest] = functionName;
  return `${first.toUpperCase()}${rest.join('')}`;
}

function wordsOf({ id, method, path }: Operation): string {
  if (id !== undefined && /[\p{ID_Start}$_\d]/u.test(id)) return id;
  return `${method.toLowerCase()} ${path.replace(/\{([^{}]*)\}/g, ' by $1 ')}`;
}

/** A legal identifier from any text: itself if it is one, otherwise its words in camel case. */
function legalName(text: string): string {
  const [first = '', ...rest] = text
    .normalize('NFC')
    .split(/[^\p{ID_Continue}$]+/u)
    .filter((word) => word !== '');
  const name = [first, ...rest.map(typeName)].join('');
  const started = /^[\p{ID_Start}$_]/u.test(name) ? name : `_${name}`;
  return RESERVED.has(started) ? `${started}_` : started;
}

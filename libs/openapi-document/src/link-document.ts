import { findingAt, fromPointer, isRecord, toPointer, type LocatedDocument } from '@fixpoint/structured-text';
import type { Located, OpenApiDocument } from './openapi-document';
import { readOperations } from './operations';
import { splitReference } from './references';

/** How many references may follow one another before they are taken for a circle. */
export const LONGEST_CHAIN = 100;

/** A document over files that are read: how its references are followed and where its values stand. */
export function linkDocument(
  base: Pick<OpenApiDocument, 'name' | 'file' | 'files' | 'version'>,
): OpenApiDocument {
  const { files, file } = base;
  const root = { value: files.get(file)?.value as Record<string, unknown>, file, pointer: '' };
  const linked: Omit<OpenApiDocument, 'operations'> = {
    ...base,
    root,
    child,
    resolve: (place) => follow(files, place),
    positionOf: (place) => files.get(place.file)?.positionOf(place.pointer),
    finding: (place, finding) => findingAt(files.get(place.file) as LocatedDocument, place.pointer, finding),
  };
  return { ...linked, operations: readOperations(linked) };
}

function child(place: Located, ...keys: readonly (string | number)[]): Located | undefined {
  let value: unknown = place.value;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return { value, file: place.file, pointer: `${place.pointer}${toPointer(keys)}` };
}

function follow(files: ReadonlyMap<string, LocatedDocument>, place: Located): Located {
  let at = place;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    const reference = isRecord(at.value) ? at.value['$ref'] : undefined;
    if (typeof reference !== 'string') return at;
    const next = locate(files, reference, at.file);
    if (next === undefined) return place;
    at = next;
  }
  return place;
}

/** The value that a reference names, itself perhaps a reference. */
export function locate(
  files: ReadonlyMap<string, LocatedDocument>,
  reference: string,
  from: string,
): Located | undefined {
  const target = splitReference(reference, from);
  const document = target && files.get(target.file);
  if (document === undefined || (target?.pointer !== '' && !target?.pointer.startsWith('/')))
    return undefined;
  return child({ value: document.value, file: document.file, pointer: '' }, ...fromPointer(target.pointer));
}

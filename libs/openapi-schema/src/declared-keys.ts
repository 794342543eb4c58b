import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';

/** Keywords whose schemas apply to the same value, all of them or one. */
const ALTERNATIVES = ['anyOf', 'oneOf'] as const;

/** The schemas in a list keyword. */
export function partsOf(document: OpenApiDocument, place: Located, keyword: string): Located[] {
  const list = document.child(place, keyword);
  if (list === undefined || !Array.isArray(list.value)) return [];
  return list.value.flatMap((_, index) => document.child(list, index) ?? []);
}

/** Whether a schema, or one that applies to the same value, names any key of an object. */
export function declaresKeys(
  document: OpenApiDocument,
  place: Located,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  const target = document.resolve(place);
  const id = `${target.file}#${target.pointer}`;
  if (!isRecord(target.value) || seen.has(id)) return false;
  if (['properties', 'patternProperties'].some((keyword) => isFilled(document.child(target, keyword))))
    return true;
  const more = new Set([...seen, id]);
  return ['allOf', ...ALTERNATIVES].some((keyword) =>
    partsOf(document, target, keyword).some((part) => declaresKeys(document, part, more)),
  );
}

/**
 * Names of properties that carry a flag (`readOnly`, `writeOnly`), from the schema itself and from those in its `allOf`: often one part
 * says what is required and another one what it is.
 */
export function flaggedProperties(
  document: OpenApiDocument,
  place: Located,
  flag: 'readOnly' | 'writeOnly',
  depth = 0,
): ReadonlySet<string> {
  const target = document.resolve(place);
  const properties = document.child(target, 'properties');
  const own = isRecord(properties?.value) ? Object.keys(properties.value) : [];
  const flagged = own.filter((name) =>
    isFlagged(document, document.child(properties as Located, name), flag),
  );
  if (depth > 8) return new Set(flagged);
  const inherited = partsOf(document, target, 'allOf').flatMap((part) => [
    ...flaggedProperties(document, part, flag, depth + 1),
  ]);
  return new Set([...flagged, ...inherited]);
}

/** Whether a schema carries a flag, itself or where its reference leads. */
export function isFlagged(
  document: OpenApiDocument,
  place: Located | undefined,
  flag: 'readOnly' | 'writeOnly',
): boolean {
  if (place === undefined) return false;
  return [place, document.resolve(place)].some(({ value }) => isRecord(value) && value[flag] === true);
}

function isFilled(place: Located | undefined): boolean {
  return isRecord(place?.value) && Object.keys(place.value).length > 0;
}

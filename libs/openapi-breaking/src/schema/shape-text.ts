import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { compareText } from '@fixpoint/model';
import { isRecord } from '@fixpoint/structured-text';
import type { Conjunction } from './conjunction';

/** Keywords that say nothing of values. */
const ANNOTATIONS = new Set([
  'title',
  'description',
  'example',
  'examples',
  'externalDocs',
  '$comment',
  'xml',
]);

/** Keywords whose keys are names that the user chose. */
const NAME_MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);

/** Levels of schemas within schemas that are written out; what lies deeper is the name of its place. */
const DEEPEST = 6;

/**
 * A text that is the same for schemas that are written alike, wherever parts of them are kept: references are written out to
 * some depth. Schemas that mean the same and are written differently may have different texts.
 */
export function shapeText(document: OpenApiDocument, conjunction: Conjunction): string {
  const write = (place: Located, depth: number, areNames = false): string => {
    const target = document.resolve(place);
    const { value } = target;
    if (Array.isArray(value)) {
      return `[${value.map((_, index) => below(target, index, depth)).join()}]`;
    }
    if (!isRecord(value)) return JSON.stringify(value) ?? 'null';
    if (depth > DEEPEST) return `{${target.pointer.split('/').at(-1)}}`;
    const keys = Object.keys(value)
      .filter((key) => areNames || (!ANNOTATIONS.has(key) && !key.startsWith('x-')))
      .sort(compareText);
    return `{${keys.map((key) => `${JSON.stringify(key)}:${below(target, key, depth + 1)}`).join()}}`;
  };
  const below = (place: Located, key: string | number, depth: number): string => {
    const child = document.child(place, key);
    return child === undefined ? 'null' : write(child, depth, NAME_MAPS.has(String(key)));
  };
  return conjunction.map((place) => write(place, 0)).join('&');
}

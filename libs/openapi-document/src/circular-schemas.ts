import type { Finding } from '@fixpoint/model';
import { isRecord } from '@fixpoint/structured-text';
import type { Located, OpenApiDocument } from './openapi-document';

/** Keys that lead from a schema to its parts; what leads back through one of these sets alone is never a value. */
const PARTS = [['allOf'], ['oneOf', 'anyOf']];

/**
 * Schemas that are a part of themselves through `allOf` alone, or an alternative of themselves (`openapi/circular-schema`): nothing says
 * what a value of them is, and no type can be written of them. Through a property or the items of a list a schema may well contain itself.
 */
export function circularSchemas(document: OpenApiDocument): Finding[] {
  const schemas = document.child(document.root, 'components', 'schemas');
  if (schemas === undefined || !isRecord(schemas.value)) return [];
  return Object.keys(schemas.value).flatMap((name) => {
    const place = document.child(schemas, name) as Located;
    const keys = PARTS.find((parts) => isPartOfItself(document, place, parts));
    if (keys === undefined) return [];
    return [
      document.finding(place, {
        id: 'openapi/circular-schema',
        message: `the schema ${JSON.stringify(name)} is a part of itself through ${keys.join(' or ')}`,
        actual: name,
        fix: `remove the ${keys.join(' or ')} that leads back, or let it be that of a property`,
      }),
    ];
  });
}

function isPartOfItself(document: OpenApiDocument, schema: Located, keys: readonly string[]): boolean {
  const start = document.resolve(schema);
  const seen = new Set<string>();
  const open = partsOf(document, start, keys);
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const key = keyOf(part);
    if (key === keyOf(start)) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...partsOf(document, part, keys));
  }
  return false;
}

function partsOf(document: OpenApiDocument, schema: Located, keys: readonly string[]): Located[] {
  return keys.flatMap((key) => {
    const parts = document.child(schema, key);
    if (parts === undefined || !Array.isArray(parts.value)) return [];
    return parts.value.map((_, index) => document.resolve(document.child(parts, index) as Located));
  });
}

function keyOf({ file, pointer }: Located): string {
  return `${file} ${pointer}`;
}

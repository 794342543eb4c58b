import type { Finding } from '@fixpoint/model';
import { isRecord } from '@fixpoint/structured-text';
import type { Located, OpenApiDocument } from './openapi-document';

/**
 * Schemas that are a part of themselves through `allOf` alone (`openapi/circular-schema`): nothing says what a value of them is, and no
 * type can be written of them. Through a property or the items of a list a schema may well contain itself.
 */
export function circularSchemas(document: OpenApiDocument): Finding[] {
  const schemas = document.child(document.root, 'components', 'schemas');
  if (schemas === undefined || !isRecord(schemas.value)) return [];
  return Object.keys(schemas.value).flatMap((name) => {
    const place = document.child(schemas, name) as Located;
    if (!isPartOfItself(document, place)) return [];
    return [
      document.finding(place, {
        id: 'openapi/circular-schema',
        message: `the schema ${JSON.stringify(name)} is a part of itself through allOf`,
        actual: name,
        fix: 'remove the allOf that leads back, or let it be that of a property',
      }),
    ];
  });
}

function isPartOfItself(document: OpenApiDocument, schema: Located): boolean {
  const start = document.resolve(schema);
  const seen = new Set<string>();
  const open = partsOf(document, start);
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const key = keyOf(part);
    if (key === keyOf(start)) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...partsOf(document, part));
  }
  return false;
}

function partsOf(document: OpenApiDocument, schema: Located): Located[] {
  const allOf = document.child(schema, 'allOf');
  if (!Array.isArray(allOf?.value)) return [];
  return allOf.value.map((_, index) => document.resolve(document.child(allOf, index) as Located));
}

function keyOf({ file, pointer }: Located): string {
  return `${file} ${pointer}`;
}

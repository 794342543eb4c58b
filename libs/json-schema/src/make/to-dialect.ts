import { isRecord } from '@fixpoint/structured-text';
import { mapSchemas, type SchemaObject } from '../schema-parts';

/** A schema of draft-07 in the words of 2020-12: definitions, the references to them, and tuples. */
export function toDraft2020(schema: SchemaObject): SchemaObject {
  const inner = mapSchemas(schema, toDraft2020);
  const { definitions, items, additionalItems, $ref: reference, ...rest } = inner;
  return {
    ...rest,
    ...(typeof reference === 'string' && { $ref: reference.replace(/^#\/definitions\//, '#/$defs/') }),
    ...(Array.isArray(items)
      ? { prefixItems: items, ...(additionalItems !== undefined && { items: additionalItems }) }
      : items !== undefined && { items }),
    ...(isRecord(definitions) && { $defs: definitions }),
  };
}

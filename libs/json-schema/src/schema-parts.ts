import { isRecord } from '@fixpoint/structured-text';

/** A JSON Schema that is an object. */
export type SchemaObject = Readonly<Record<string, unknown>>;

/** Keywords whose value is a map of schemas. */
export const SCHEMA_MAPS = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];

const SCHEMA_LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const SCHEMAS = [
  ...[
    'items',
    'additionalItems',
    'contains',
    'additionalProperties',
    'unevaluatedProperties',
    'unevaluatedItems',
  ],
  ...['propertyNames', 'not', 'if', 'then', 'else', 'contentSchema'],
];

/** The schema with every schema directly inside it changed; values that are not schemas stay as they are. */
export function mapSchemas(
  schema: SchemaObject,
  change: (inner: SchemaObject, keyword: string) => unknown,
): SchemaObject {
  const changed = (value: unknown, keyword: string): unknown =>
    isRecord(value) ? change(value, keyword) : value;
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (SCHEMA_MAPS.includes(keyword) && isRecord(value)) {
        return [
          keyword,
          Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changed(inner, keyword)])),
        ];
      }
      const isList = SCHEMA_LISTS.includes(keyword) || keyword === 'items';
      if (isList && Array.isArray(value)) return [keyword, value.map((inner) => changed(inner, keyword))];
      return [keyword, SCHEMAS.includes(keyword) ? changed(value, keyword) : value];
    }),
  );
}

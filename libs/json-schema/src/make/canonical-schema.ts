import { compareText } from '@fixpoint/model';
import { isRecord } from '@fixpoint/structured-text';
import { mapSchemas, type SchemaObject } from '../schema-parts';

/** The URI of each dialect. */
export const DIALECT_URIS = {
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
} as const;

/** Keywords in the order in which they are written; all others stand behind them, by code unit. */
const ORDER = [
  ...[
    '$schema',
    '$id',
    '$anchor',
    '$dynamicAnchor',
    '$ref',
    '$dynamicRef',
    '$comment',
    'title',
    'description',
    'deprecated',
  ],
  ...[
    'readOnly',
    'writeOnly',
    'type',
    'const',
    'enum',
    'format',
    'pattern',
    'minLength',
    'maxLength',
    'contentEncoding',
  ],
  ...[
    'contentMediaType',
    'minimum',
    'exclusiveMinimum',
    'maximum',
    'exclusiveMaximum',
    'multipleOf',
    'prefixItems',
    'items',
  ],
  ...[
    'additionalItems',
    'minItems',
    'maxItems',
    'uniqueItems',
    'contains',
    'propertyNames',
    'properties',
    'patternProperties',
  ],
  ...[
    'required',
    'additionalProperties',
    'unevaluatedProperties',
    'minProperties',
    'maxProperties',
    'allOf',
    'anyOf',
    'oneOf',
  ],
  ...['not', 'if', 'then', 'else', 'default', 'examples'],
];
const RANKS = new Map(ORDER.map((keyword, index) => [keyword, index]));

/** Definitions come last, whatever else there is. */
const LAST = ['definitions', '$defs'];

/**
 * The text of a schema: `$schema` first, keywords in one order, definitions by name, properties as the code has them, a final newline.
 *
 * @req FP-SCH-003
 */
export function schemaText(schema: SchemaObject, dialect: keyof typeof DIALECT_URIS): string {
  return `${JSON.stringify(ordered({ ...schema, $schema: DIALECT_URIS[dialect] }), null, 2)}\n`;
}

function ordered(schema: SchemaObject): SchemaObject {
  const inner = mapSchemas(schema, ordered);
  const entries = Object.entries(inner).map(
    ([keyword, value]) => [keyword, LAST.includes(keyword) ? byName(value) : value] as const,
  );
  return Object.fromEntries(entries.sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b)));
}

function rank(keyword: string): number {
  return LAST.includes(keyword) ? ORDER.length + 1 : (RANKS.get(keyword) ?? ORDER.length);
}

function byName(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)));
}

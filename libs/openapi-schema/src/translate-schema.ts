import type { Located } from '@fixpoint/openapi-document';
import { isRecord } from '@fixpoint/structured-text';
import { alternativesOf } from './alternatives';
import { closing } from './closing';
import { flaggedProperties, isFlagged } from './declared-keys';
import { PLACE, type JsonSchema, type Translation } from './translation';
import { isPartial, readingOfChild, readingOfPart, type PartReading } from './reading';

/** Keywords that mean in JSON Schema what they mean in OpenAPI, and hold no schemas. */
const PLAIN_KEYWORDS = [
  ...['multipleOf', 'maximum', 'minimum', 'maxLength', 'minLength', 'pattern', 'format'],
  ...['maxItems', 'minItems', 'uniqueItems', 'maxContains', 'minContains', 'maxProperties', 'const'],
] as const;

/** Keywords of which a part of a value says nothing. */
const WHOLE_KEYWORDS = ['minProperties', 'dependentRequired'] as const;

/** Keywords whose schema is that of values inside the value. */
const CHILD_SCHEMAS = [
  'items',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
  'additionalProperties',
] as const;

/**
 * The JSON Schema (2020-12) that says what a schema of an OpenAPI document says, read in one way. References become those to other
 * translated schemas. Of 3.0 it takes `nullable`, the booleans `exclusiveMinimum` and `exclusiveMaximum` and references whose siblings
 * mean nothing.
 */
export function translateSchema(translation: Translation, place: Located, reading: PartReading): JsonSchema {
  const { value } = place;
  if (typeof value === 'boolean') return value;
  // What is no schema fails to compile, with its place.
  if (!isRecord(value)) return { type: value, [PLACE]: [place.file, place.pointer] };
  if (typeof value['$ref'] === 'string') return translateReference(translation, place, reading);
  const schema: Record<string, unknown> = {
    [PLACE]: [place.file, place.pointer],
    ...plainKeywords(value, reading),
    ...requiredKeys(translation, place, reading),
    ...innerSchemas(translation, place, reading),
    ...conditions(translation, place, reading),
    ...alternativesOf(translation, place, reading),
    ...closing(translation, place, reading),
  };
  return value['nullable'] === true ? orNull(schema) : schema;
}

function translateReference(
  { document, idOf }: Translation,
  place: Located,
  reading: PartReading,
): JsonSchema {
  const { $ref: reference, ...siblings } = place.value as Record<string, unknown>;
  const target = document.resolve({ ...place, value: { $ref: reference } });
  const keywords = Object.keys(siblings).filter((key) => !ANNOTATIONS.has(key) && !key.startsWith('x-'));
  const isNullable = siblings['nullable'] === true;
  if (document.version === '3.0' || keywords.every((key) => key === 'nullable')) {
    const schema = { $ref: idOf(target, reading) };
    return isNullable ? nullOr(schema) : schema;
  }
  const translation = { document, idOf };
  const rest = translateSchema(translation, { ...place, value: siblings }, readingOfPart(reading));
  return {
    [PLACE]: [place.file, place.pointer],
    allOf: [{ $ref: idOf(target, readingOfPart(reading)) }, rest],
    ...closing(translation, { ...place, value: { ...siblings, allOf: [{ $ref: reference }] } }, reading),
  };
}

const ANNOTATIONS = new Set([
  ...[
    'description',
    'summary',
    'title',
    'example',
    'examples',
    'default',
    'deprecated',
    'readOnly',
    'writeOnly',
  ],
  ...['externalDocs', 'xml', '$comment'],
]);

function plainKeywords(value: Record<string, unknown>, reading: PartReading): Record<string, unknown> {
  const keywords = isPartial(reading) ? PLAIN_KEYWORDS : [...PLAIN_KEYWORDS, ...WHOLE_KEYWORDS];
  const schema: Record<string, unknown> = {};
  for (const keyword of [...keywords, 'type', 'enum']) {
    if (Object.hasOwn(value, keyword)) schema[keyword] = value[keyword];
  }
  for (const [exclusive, inclusive] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof value[exclusive] === 'number') schema[exclusive] = value[exclusive];
    if (value[exclusive] !== true || schema[inclusive] === undefined) continue;
    schema[exclusive] = schema[inclusive];
    delete schema[inclusive];
  }
  return schema;
}

function requiredKeys(
  { document }: Translation,
  place: Located,
  reading: PartReading,
): Record<string, unknown> {
  const required = document.child(place, 'required')?.value;
  if (!Array.isArray(required) || isPartial(reading)) return {};
  if (reading === 'plain') return { required };
  const absent = flaggedProperties(document, place, reading === 'sent' ? 'readOnly' : 'writeOnly');
  return { required: required.filter((name) => !absent.has(String(name))) };
}

/** Schemas of what the value holds, and of the parts that apply to the value itself. */
function innerSchemas(
  translation: Translation,
  place: Located,
  reading: PartReading,
): Record<string, unknown> {
  const { document } = translation;
  const child = readingOfChild(reading);
  const schema: Record<string, unknown> = {};
  const set = (keyword: string, at: Located | undefined, how: PartReading): void => {
    if (at !== undefined) schema[keyword] = translateSchema(translation, at, how);
  };
  for (const keyword of CHILD_SCHEMAS) {
    const at = document.child(place, keyword);
    if (keyword === 'items' && Array.isArray(at?.value))
      schema['prefixItems'] = listOf(translation, place, 'items', child);
    else set(keyword, at, child);
  }
  for (const [keyword, how] of [
    ['prefixItems', child],
    ['allOf', readingOfPart(reading)],
  ] as const) {
    const list = listOf(translation, place, keyword, how);
    if (list !== undefined) schema[keyword] = list;
  }
  for (const keyword of ['properties', 'patternProperties'] as const) {
    const map = mapOf(translation, document.child(place, keyword), child);
    if (map !== undefined) schema[keyword] = map;
  }
  const dependent = mapOf(translation, document.child(place, 'dependentSchemas'), readingOfPart(reading));
  return dependent === undefined ? schema : { ...schema, dependentSchemas: dependent };
}

function listOf(
  translation: Translation,
  place: Located,
  keyword: string,
  reading: PartReading,
): JsonSchema[] | undefined {
  const list = translation.document.child(place, keyword);
  if (list === undefined || !Array.isArray(list.value)) return undefined;
  return list.value.flatMap((_, index) => {
    const at = translation.document.child(list, index);
    return at === undefined ? [] : [translateSchema(translation, at, reading)];
  });
}

function mapOf(
  translation: Translation,
  map: Located | undefined,
  reading: PartReading,
): Record<string, JsonSchema> | undefined {
  if (map === undefined || !isRecord(map.value)) return undefined;
  const { document } = translation;
  return Object.fromEntries(
    Object.keys(map.value).flatMap((name) => {
      const at = document.child(map, name);
      if (at === undefined) return [];
      const isHidden = (isPartial(reading) || reading === 'received') && isFlagged(document, at, 'writeOnly');
      const hidden = { not: {}, [PLACE]: [at.file, at.pointer], 'x-write-only': true };
      return [[name, isHidden ? hidden : translateSchema(translation, at, reading)] as const];
    }),
  );
}

// Whether a condition holds cannot be told from a part of a value.
function conditions(translation: Translation, place: Located, reading: PartReading): Record<string, unknown> {
  const { document } = translation;
  const schema: Record<string, unknown> = {};
  for (const [keyword, how] of [
    ['not', 'plain'],
    ['if', 'plain'],
    ['then', readingOfPart(reading)],
    ['else', readingOfPart(reading)],
  ] as const) {
    const at = keyword !== 'not' && isPartial(reading) ? undefined : document.child(place, keyword);
    if (at !== undefined) schema[keyword] = translateSchema(translation, at, how);
  }
  return schema;
}

function orNull(schema: Record<string, unknown>): JsonSchema {
  const { type, enum: values } = schema;
  if (typeof type !== 'string') return nullOr(schema);
  return {
    ...schema,
    type: [type, 'null'],
    // Documents are seldom so exact that they name null among the values as well.
    ...(Array.isArray(values) && !values.includes(null) && { enum: [...values, null] }),
  };
}

// As a condition, so that what does not fit is said of the schema and not of two alternatives.
function nullOr(schema: JsonSchema): JsonSchema {
  return { if: { type: 'null' }, else: schema };
}

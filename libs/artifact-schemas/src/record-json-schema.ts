import type { ListType, RecordType, ValueType } from './record-type';

/** The JSON Schema (2020-12) of a record type as it is written: unknown keys are refused where the type is closed. */
export function recordJsonSchema(type: ValueType): Record<string, unknown> {
  switch (type.kind) {
    case 'text':
      return { type: 'string', ...(type.pattern && { pattern: type.pattern.expression.source }) };
    case 'word':
      return { enum: [...type.words] };
    case 'constant':
      return { const: type.value };
    case 'count':
      return { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
    case 'boolean':
      return { type: 'boolean' };
    case 'true':
      return { const: true };
    case 'any':
      return {};
    case 'map':
      return { type: 'object', additionalProperties: recordJsonSchema(type.value) };
    case 'list':
      return listSchema(type);
    case 'record':
      return objectSchema(type);
  }
}

// What a schema cannot say of a list, order and identity, it says in words.
function listSchema({ item, order }: ListType): Record<string, unknown> {
  const description = order && `Sorted by UTF-8 bytes; every ${order.noun} once.`;
  return { ...(description && { description }), type: 'array', items: recordJsonSchema(item) };
}

function objectSchema({ fields, required, anyOf, open }: RecordType): Record<string, unknown> {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(({ name, type }) => [name, recordJsonSchema(type)])),
    ...(required.length > 0 && { required: [...required] }),
    ...(anyOf && { anyOf: anyOf.map((name) => ({ required: [name] })) }),
    additionalProperties: open === true,
  };
}

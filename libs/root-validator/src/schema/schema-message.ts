import type { ErrorObject } from 'ajv';
import { shown } from '../shared/words';

/** What an error says, on one line and without the document; `hint` explains why no alternative fits. */
export function messageOf(error: ErrorObject, hint?: string): string {
  const place = error.instancePath === '' ? 'the document' : error.instancePath;
  return `${place} ${reasonOf(error)}${hint === undefined ? '' : ` (${hint})`}`;
}

function reasonOf({ keyword, params, message, propertyName }: ErrorObject): string {
  if (propertyName !== undefined)
    return `has a key ${shown(propertyName)} that ${message ?? 'is not allowed'}`;
  return SPECIFIC[keyword]?.(params) ?? message ?? `does not fit ${keyword}`;
}

const SPECIFIC: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  additionalProperties: (params) => `has unexpected keys: ${cut(params['additionalProperty'])}`,
  unevaluatedProperties: (params) => `has unexpected keys: ${cut(params['unevaluatedProperty'])}`,
  required: (params) => `lacks ${shown(params['missingProperty'])}`,
  enum: (params) => `must be one of ${cut((params['allowedValues'] as readonly unknown[]).join(', '))}`,
  const: (params) => `must be ${shown(params['allowedValue'])}`,
  pattern: (params) => `must match ${cut(params['pattern'])}`,
  oneOf: (params) =>
    params['passingSchemas']
      ? 'fits more than one alternative of the schema'
      : 'fits no alternative of the schema',
  anyOf: () => 'fits no alternative of the schema',
};

function cut(value: unknown): string {
  const text = String(value);
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}

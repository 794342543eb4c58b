import type { ErrorObject } from 'ajv';
import { toPointer } from '@fixpoint/structured-text';
import type { SchemaProblem } from './schema-problem';
import { PLACE } from './translation';

/** Keywords that stand under another name in the document than in its translation, or that it does not have at all. */
const NOT_IN_DOCUMENT = new Set(['unevaluatedProperties', 'additionalProperties', 'not']);

function keywordOf({ keyword, parentSchema }: ErrorObject): string {
  const written = parentSchema?.['x-keyword'];
  return typeof written === 'string' ? written : keyword;
}

/** A validator's error in words; `hint` is what the nearest alternative lacks. */
export function problemOf(error: ErrorObject, hint?: SchemaProblem): SchemaProblem {
  const { params, instancePath, keyword } = error;
  const key = params['additionalProperty'] ?? params['unevaluatedProperty'];
  const place = ruleOf(error);
  const says =
    place && !NOT_IN_DOCUMENT.has(keyword) ? `${place.pointer}/${keywordOf(error)}` : place?.pointer;
  return {
    pointer: typeof key === 'string' ? `${instancePath}${toPointer([key])}` : instancePath,
    message: `${messageOf(error)}${hint === undefined ? '' : ` (the nearest one: ${hint.pointer || 'the value'} ${hint.message})`}`,
    rule: { file: place?.file ?? '', pointer: says ?? '' },
  };
}

/** Where the schema stands in the document whose keyword made an error. */
export function ruleOf({ parentSchema }: ErrorObject): { file: string; pointer: string } | undefined {
  const [file, pointer] = (parentSchema?.[PLACE] ?? []) as readonly string[];
  return file === undefined || pointer === undefined ? undefined : { file, pointer };
}

function messageOf({
  keyword,
  params,
  message = `does not fit ${keyword}`,
  propertyName,
  parentSchema,
}: ErrorObject): string {
  if (propertyName !== undefined) return `has a key ${JSON.stringify(propertyName)} that ${message}`;
  if (parentSchema?.['x-write-only'] === true) return 'is write-only in the contract and so never comes';
  return SPECIFIC[keyword]?.(params) ?? message.replaceAll(/\bNOT\b/g, 'not');
}

const SPECIFIC: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  additionalProperties: () => 'is not declared in the contract',
  unevaluatedProperties: () => 'is not declared in the contract',
  required: (params) => `must have the key ${JSON.stringify(params['missingProperty'])}`,
  type: (params) => `must be ${[params['type']].flat().join(' or ')}`,
  enum: (params) =>
    `must be one of ${cut((params['allowedValues'] as readonly unknown[]).map((value) => JSON.stringify(value)).join(', '))}`,
  const: (params) => `must be ${cut(JSON.stringify(params['allowedValue']))}`,
  format: (params) => `must be of the format ${String(params['format'])}`,
  pattern: (params) => `must match the pattern ${cut(String(params['pattern']))}`,
  oneOf: (params) =>
    params['passingSchemas'] ? 'fits more than one alternative of oneOf' : 'fits no alternative of oneOf',
  anyOf: () => 'fits no alternative',
};

function cut(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 117)}...`;
}

import type Ajv from 'ajv';
import type { Finding } from '@fixpoint/model';
import { findingAt, isRecord, nearest, type LocatedDocument } from '@fixpoint/structured-text';
import { firstPlace, valuesOf } from './schema-places';

/**
 * What has no effect in a schema: what the validator warns of, formats it does not know, and the identifier of draft-04.
 *
 * @req FP-SCH-005
 */
export function strictFindings(
  document: LocatedDocument,
  warnings: readonly string[],
  formats: readonly string[],
): Finding[] {
  return [
    ...[...new Set(warnings)].map((warning) => strictFinding(document, warning)),
    ...formats.map((format) => formatFinding(document, format)),
    ...(isOldId(document.value) ? [oldIdFinding(document)] : []),
  ];
}

/** The identifier as draft-04 wrote it, which the validator refuses and which identifies nothing any more. */
export function isOldId(schema: unknown): boolean {
  return isRecord(schema) && typeof schema['id'] === 'string';
}

function strictFinding(document: LocatedDocument, warning: string): Finding {
  const [, keyword] = /unknown keyword: "([^"]*)"/.exec(warning) ?? [];
  if (keyword === undefined) return strict(document, '', { message: warning.replace(/^strict mode: /, '') });
  const meant = nearest(keyword, KEYWORDS);
  return strict(
    document,
    firstPlace(document.value, (key) => key === keyword),
    {
      message: `"${keyword}" is no keyword of JSON Schema, so it has no effect${meant === undefined ? '' : `: is "${meant}" meant?`}`,
      actual: keyword,
    },
  );
}

function formatFinding(document: LocatedDocument, format: string): Finding {
  const place = firstPlace(document.value, (key, value) => key === 'format' && value === format);
  return strict(document, place, {
    message: `"${format}" is no format that is known here, so it has no effect`,
    actual: format,
  });
}

function oldIdFinding(document: LocatedDocument): Finding {
  return strict(document, '/id', {
    message: '"id" is what draft-04 had, so it has no effect: is "$id" meant?',
    actual: 'id',
  });
}

function strict(
  document: LocatedDocument,
  pointer: string,
  finding: Pick<Finding, 'message' | 'actual'>,
): Finding {
  return findingAt(document, pointer, {
    id: 'regen-schema/strict',
    severity: 'warning',
    ...finding,
    fix: `correct ${document.file}, or begin a keyword of your own with "x-"`,
  });
}

/** Values of `format` that the validator does not know, in order. A property may be named "format": its schema is no text. */
export function unknownFormats(schema: unknown, { formats }: Ajv): string[] {
  return [...valuesOf(schema, 'format')]
    .filter((format): format is string => typeof format === 'string')
    .filter((format) => !Object.hasOwn(formats, format));
}

const KEYWORDS = [
  ...[
    'additionalProperties',
    'properties',
    'required',
    'type',
    'items',
    'enum',
    'const',
    'minimum',
    'maximum',
    'pattern',
  ],
  ...[
    'format',
    'description',
    'title',
    'default',
    'examples',
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'oneOf',
  ],
  ...[
    'anyOf',
    'allOf',
    'patternProperties',
    'propertyNames',
    'uniqueItems',
    'definitions',
    '$defs',
    '$ref',
    'deprecated',
  ],
];

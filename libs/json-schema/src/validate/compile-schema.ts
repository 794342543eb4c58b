import type Ajv from 'ajv';
import type { AnySchema, ErrorObject, ValidateFunction } from 'ajv';
import { failureOf, success, type Finding, type PackageFile, type Result } from '@fixpoint/model';
import { findingAt, isRecord, nearest, parseLocated, type LocatedDocument } from '@fixpoint/structured-text';
import { createAjv, isSchema, type Dialect } from './ajv-library';
import { dialectOf } from './dialect-of';
import { allKeys, firstPlace, valuesOf } from './schema-places';

/** What Nx and its console add to the schemas of executors and generators. */
const OF_NX = [
  ...[
    'version',
    'outputCapture',
    'cli',
    'alias',
    'aliases',
    'visible',
    'hidden',
    'presets',
    'examplesFile',
    '$default',
  ],
  ...['implementation', 'continuous', 'metadata', 'group', 'documentationLink', 'example'],
];

/** A schema that values can be tried on. */
export interface CompiledSchema {
  readonly validate: ValidateFunction;
}

/**
 * Checks a schema against its own dialect and compiles it. What is wrong with it is a failure of usage; what the strict mode of the validator
 * objects to (unknown keywords and formats, keywords without effect) are remarks.
 */
export function compileSchema(
  document: LocatedDocument,
  otherwise: Dialect,
  referenced: readonly PackageFile[] = [],
): Result<CompiledSchema> {
  const { value } = document;
  if (!isSchema(value)) return invalid(document, '', 'a schema is an object, true or false');
  const said = isRecord(value) ? value['$schema'] : undefined;
  const dialect = dialectOf(said, otherwise);
  if (dialect === undefined) return unknownDialect(document, said);
  const warnings: string[] = [];
  const log = (...words: unknown[]) => void warnings.push(words.map(String).join(' '));
  const ajv = createAjv(dialect, {
    allErrors: true,
    verbose: true,
    strict: 'log',
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    logger: { log, warn: log, error: log },
  });
  const extensions = [...allKeys(value)].filter((key) => /^x-[a-z\d_$:-]+$/i.test(key));
  ajv.addVocabulary([...OF_NX, ...extensions]);
  const unknown = unknownFormats(value, ajv);
  for (const format of unknown) ajv.addFormat(format, true);
  const own = isRecord(value) ? withoutDialect(value) : value;
  if (ajv.validateSchema(own) !== true)
    return failureOf('usage', ...metaFindings(document, ajv.errors ?? []));
  try {
    for (const file of referenced) addReferenced(ajv, file);
    ajv.addSchema(own as AnySchema, uriOf(document.file));
    const validate = ajv.getSchema(ownId(own) ?? uriOf(document.file)) as ValidateFunction;
    return success({ validate }, [
      ...[...new Set(warnings)].map((warning) => strictFinding(document, warning)),
      ...unknown.map((format) => formatFinding(document, format)),
    ]);
  } catch (error) {
    return notCompiled(document, error);
  }
}

/** A place that stands for the root, with room for paths that lead out of it. */
const BASE = `file:///${'up/'.repeat(20)}`;

function uriOf(path: string): string {
  return new URL(path.split('/').map(encodeURIComponent).join('/'), BASE).href;
}

function ownId(schema: unknown): string | undefined {
  const id = isRecord(schema) ? schema['$id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** A file that is no schema is left out: the reference to it leads nowhere then. */
function addReferenced(ajv: Ajv, { path, text }: PackageFile): void {
  const parsed = parseLocated(path, text, 'regen-schema');
  if (!parsed.ok || !isSchema(parsed.value.value)) return;
  const { value } = parsed.value;
  ajv.addSchema(isRecord(value) ? withoutDialect(value) : value, uriOf(path));
}

function isPattern(value: unknown): boolean {
  try {
    return typeof value !== 'string' || new RegExp(value, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function withoutDialect(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
}

function metaFindings(document: LocatedDocument, errors: readonly ErrorObject[]): Finding[] {
  const summaries = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  const telling = errors.filter(
    (error) =>
      !['anyOf', 'oneOf', 'if'].includes(error.keyword) ||
      !errors.some((other) => other !== error && other.instancePath.startsWith(error.instancePath)),
  );
  const shown = (telling.length > 0 ? telling : summaries).map(({ instancePath, message, params }) => {
    const allowed = (params as { allowedValues?: readonly unknown[] }).allowedValues;
    return {
      pointer: instancePath,
      message: `${message ?? 'is wrong'}${allowed === undefined ? '' : `: ${allowed.join(', ')}`}`,
    };
  });
  const byPlace = new Map<string, string[]>();
  for (const { pointer, message } of shown) byPlace.set(pointer, [...(byPlace.get(pointer) ?? []), message]);
  return [...byPlace].map(([pointer, messages]) =>
    findingAt(document, pointer, {
      id: 'regen-schema/invalid-schema',
      message: `${pointer === '' ? 'the schema' : pointer} ${[...new Set(messages)].join(', or ')}`,
      fix: `correct ${document.file}`,
    }),
  );
}

function notCompiled(document: LocatedDocument, error: unknown): Result<never> {
  const { missingRef, message } = error as { readonly missingRef?: string; readonly message?: string };
  if (missingRef === undefined) {
    const place = firstPlace(document.value, (key, value) => key === 'pattern' && !isPattern(value));
    return invalid(document, place, `the schema cannot be used: ${String(message).split('\n')[0]}`);
  }
  const isMissing = (value: string): boolean =>
    missingRef === value || missingRef.endsWith(value.replace(/^(?:\.\.?\/)+/, ''));
  const place = firstPlace(
    document.value,
    (key, value) => key === '$ref' && typeof value === 'string' && isMissing(value),
  );
  const isRemote = /^(?!file:)[a-z][a-z\d+.-]*:\/\//i.test(missingRef);
  const written = missingRef.replace(/^file:\/\/\/(?:up\/)*/, '');
  return failureOf(
    'usage',
    findingAt(document, place, {
      id: isRemote ? 'regen-schema/remote-ref' : 'regen-schema/unresolved-ref',
      message: isRemote
        ? `${missingRef} is not in the schema, and nothing is fetched`
        : `the reference to ${written} leads nowhere`,
      actual: written,
      fix: isRemote ? 'put what is referred to under "$defs" of the schema' : 'correct the reference',
    }),
  );
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
function unknownFormats(schema: unknown, { formats }: Ajv): string[] {
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

function unknownDialect(document: LocatedDocument, said: unknown): Result<never> {
  return failureOf(
    'usage',
    findingAt(document, '/$schema', {
      id: 'regen-schema/unknown-dialect',
      message: `${JSON.stringify(said)} is no dialect of JSON Schema that is read here: draft-07, 2019-09 and 2020-12 are`,
      actual: String(said),
      fix: 'name one of these dialects in "$schema"',
    }),
  );
}

function invalid(document: LocatedDocument, pointer: string, message: string): Result<never> {
  return failureOf(
    'usage',
    findingAt(document, pointer, {
      id: 'regen-schema/invalid-schema',
      message,
      fix: `correct ${document.file}`,
    }),
  );
}

import type Ajv from 'ajv';
import type { AnySchema, ErrorObject, ValidateFunction } from 'ajv';
import { failureOf, success, type Finding, type PackageFile, type Result } from '@fixpoint/model';
import { findingAt, isRecord, parseLocated, type LocatedDocument } from '@fixpoint/structured-text';
import { createAjv, isSchema, type Dialect } from './ajv-library';
import { dialectOf } from './dialect-of';
import { allKeys, firstPlace } from './schema-places';
import { isOldId, strictFindings, unknownFormats } from './strict-findings';

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
  const others = schemasOf(referenced);
  const everything = [value, ...others.values()];
  const extensions = [...allKeys(everything)].filter((key) => /^x-[a-z\d_$:-]+$/i.test(key));
  ajv.addVocabulary([...OF_NX, ...extensions]);
  const unknown = unknownFormats(everything, ajv);
  for (const format of unknown) ajv.addFormat(format, true);
  const own = isRecord(value) ? withoutDialect(value) : value;
  if (ajv.validateSchema(own) !== true)
    return failureOf('usage', ...metaFindings(document, ajv.errors ?? []));
  const validate = validatorOf(ajv, { own, file: document.file, others });
  if (typeof validate !== 'function') return notCompiled(document, validate.problem);
  return success({ validate }, strictFindings(document, warnings, unknown));
}

/** The validator, or what it fails on: the library says everything by throwing. */
function validatorOf(
  ajv: Ajv,
  { own, file, others }: { own: AnySchema; file: string; others: ReadonlyMap<string, AnySchema> },
): ValidateFunction | { readonly problem: unknown } {
  try {
    for (const [path, schema] of others) ajv.addSchema(schema, uriOf(path));
    ajv.addSchema(own, uriOf(file));
    return ajv.getSchema(uriOf(file)) as ValidateFunction;
  } catch (problem) {
    return { problem };
  }
}

/** A place that stands for the root, with room for paths that lead out of it. */
const BASE = `file:///${'up/'.repeat(20)}`;

function uriOf(path: string): string {
  return new URL(path.split('/').map(encodeURIComponent).join('/'), BASE).href;
}

/** Referenced files as schemas. One that is none is left out: the reference to it leads nowhere then. */
function schemasOf(files: readonly PackageFile[]): Map<string, AnySchema> {
  return new Map(
    files.flatMap(({ path, text }) => {
      const parsed = parseLocated(path, text, 'regen-schema');
      if (!parsed.ok || !isSchema(parsed.value.value)) return [];
      const { value } = parsed.value;
      return [[path, isRecord(value) ? withoutDialect(value) : value] as const];
    }),
  );
}

function isPattern(value: unknown): boolean {
  try {
    return typeof value !== 'string' || new RegExp(value, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function withoutDialect(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => key !== '$schema' && !(key === 'id' && isOldId(schema))),
  );
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

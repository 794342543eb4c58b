import type { CodeKeywordDefinition, ErrorObject, KeywordCxt } from 'ajv';
import type Ajv2020 from 'ajv/dist/2020';
import { isRecord } from '../shared/json-value';
import { compilePattern } from '../rules/compile-pattern';
import { alternativeKeywords, jsonSchemaLibrary } from './json-schema-library';
import { messageOf } from './schema-message';

/** One error of a document against a schema. */
export interface SchemaError {
  /** JSON pointer of the value that is wrong; empty for the document itself. */
  readonly pointer: string;
  readonly message: string;
  /** Where to look: a value further in, when alternatives fail because of it. */
  readonly place: string;
  readonly expected?: string;
  readonly actual?: string;
}

/** Everything that is wrong with a document, one error per keyword and value that do not fit. */
export type SchemaChecker = (document: unknown) => readonly SchemaError[];

// A relative id is rewritten, so that references inside the document resolve wherever the file lies.
const BASE = 'file:///schema.json';

/**
 * Compiles a JSON Schema of draft 2020-12, whatever draft it names itself (parity contract §9.1).
 *
 * Errors are counted as the contract counts them: alternatives that fail give one error at the value that has them, and
 * unexpected keys give one error at their object.
 *
 * @throws {Error} when the schema cannot be compiled
 */
export function compileSchema(schema: unknown): SchemaChecker {
  const ajv = createAjv();
  const own = withOwnId(schema);
  const validate = ajv.compile(own as object);
  return (document) => {
    if (validate(document) === true) return [];
    return distinctErrors(validate.errors ?? []).map((error) => {
      const ofDocument = error.schemaPath === '#/oneOf' && error.instancePath === '';
      const cause = ofDocument ? nearestBranch(ajv, own, document) : undefined;
      const hint = cause && `as ${cause.branch}: ${messageOf(cause.error)}`;
      return {
        pointer: error.instancePath,
        message: messageOf(error, hint),
        place: (cause?.error ?? error).instancePath,
      };
    });
  };
}

function createAjv(): Ajv2020 {
  const { Ajv2020: Library } = jsonSchemaLibrary();
  const regExp = Object.assign((source: string) => compilePattern(source) ?? new RegExp(source), {
    code: 'compilePattern',
  });
  const ajv = new Library({
    strict: false,
    allErrors: true,
    ownProperties: true,
    validateFormats: false,
    logger: false,
    code: { regExp },
  });
  for (const definition of alternativeKeywords()) {
    ajv.removeKeyword(String(definition.keyword));
    ajv.addKeyword(withoutBranchErrors(definition));
  }
  return ajv;
}

/** The same keyword, silent about why each of its branches failed: what is said is that none did fit. */
function withoutBranchErrors(definition: CodeKeywordDefinition): CodeKeywordDefinition {
  return {
    ...definition,
    code(context, ruleType) {
      const quiet = Object.create(context) as KeywordCxt;
      quiet.error = (...args: Parameters<KeywordCxt['error']>) => {
        quiet.reset();
        context.error.apply(quiet, args);
      };
      definition.code(quiet, ruleType);
    },
  };
}

function withOwnId(schema: unknown): unknown {
  if (!isRecord(schema)) return schema;
  const { $id: id } = schema;
  const rest = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
  return { ...rest, $id: typeof id === 'string' && id.includes('://') ? id : BASE };
}

// `if` and `propertyNames` repeat what their parts have said, and a list of unexpected keys comes one key at a time.
function distinctErrors(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const merged = new Map<string, ErrorObject>();
  errors.forEach((error, index) => {
    if (error.keyword === 'if' || error.keyword === 'propertyNames') return;
    const isList = error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties';
    const key = isList ? `${error.instancePath} ${error.schemaPath}` : String(index);
    const known = merged.get(key);
    merged.set(key, known === undefined ? error : { ...known, params: joinKeys(known, error) });
  });
  return [...merged.values()];
}

function joinKeys(known: ErrorObject, next: ErrorObject): Record<string, unknown> {
  const [key = '', value] = Object.entries(next.params)[0] ?? [];
  return { [key]: `${String(known.params[key])}, ${String(value)}` };
}

interface BranchError {
  readonly branch: string;
  readonly error: ErrorObject;
}

/** The alternative that fits best and what it lacks, so that one error at the root can still be understood. */
function nearestBranch(ajv: Ajv2020, schema: unknown, document: unknown): BranchError | undefined {
  const { $id: id, oneOf } = schema as { readonly $id: string; readonly oneOf: readonly unknown[] };
  const failed = oneOf.flatMap((branch, index) => {
    const validate = ajv.getSchema(`${id.replace(/#$/, '')}#/oneOf/${index}`);
    if (validate === undefined || validate(document) === true) return [];
    const errors = distinctErrors(validate.errors ?? []);
    return [{ name: branchName(branch, index), errors }];
  });
  const [best] = failed.sort((a, b) => a.errors.length - b.errors.length);
  const error = best?.errors[0];
  return best && error && { branch: best.name, error };
}

function branchName(branch: unknown, index: number): string {
  const ref = isRecord(branch) ? branch['$ref'] : undefined;
  return typeof ref === 'string' ? (ref.split('/').at(-1) ?? ref) : `alternative ${index + 1}`;
}

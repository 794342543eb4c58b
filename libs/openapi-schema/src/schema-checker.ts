import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020';
import type { Located, OpenApiDocument } from '@fixpoint/openapi-document';
import { fromPointer } from '@fixpoint/structured-text';
import { createAjv } from './ajv-library';
import { partsOf } from './declared-keys';
import type { PartReading, Reading } from './reading';
import { problemOf, ruleOf } from './problem-of';
import type { SchemaProblem } from './schema-problem';
import { translateSchema } from './translate-schema';
import type { Translation } from './translation';

/** What came of a check: what does not fit, or why the schema cannot be used at all. */
export type SchemaVerdict =
  | { readonly kind: 'checked'; readonly problems: readonly SchemaProblem[] }
  | { readonly kind: 'unusable'; readonly reason: string };

/** Checks values against the schemas of one document; each schema is compiled once. */
export interface SchemaChecker {
  /** `coerce` takes texts for the numbers and booleans that they write, as in parameters. */
  check(
    schema: Located,
    value: unknown,
    options: { readonly reading: Reading; readonly coerce?: boolean },
  ): SchemaVerdict;
}

/** How many alternatives inside one another are looked into to say what is wrong. */
const DEEPEST_HINT = 3;

/** A checker for the schemas of a document. */
export function schemaChecker(document: OpenApiDocument): SchemaChecker {
  const strict = validators(document, false);
  const coercing = validators(document, true);
  return {
    check(schema, value, { reading, coerce = false }) {
      try {
        const problems = problemsOf(document, coerce ? coercing : strict, {
          schema,
          value,
          reading,
          depth: 0,
        });
        return { kind: 'checked', problems };
      } catch (error) {
        return { kind: 'unusable', reason: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

type Validators = (place: Located, reading: PartReading) => ValidateFunction;

function validators(document: OpenApiDocument, coerce: boolean): Validators {
  let ajv: Ajv2020 | undefined;
  const ids = new Map<string, string>();
  const waiting: { id: string; place: Located; reading: PartReading }[] = [];
  const translation: Translation = {
    document,
    idOf(place, reading) {
      const key = JSON.stringify([place.file, place.pointer, reading]);
      const id = ids.get(key) ?? `schema:${ids.size}`;
      if (!ids.has(key)) waiting.push({ id, place, reading });
      ids.set(key, id);
      return id;
    },
  };
  return (place, reading) => {
    ajv ??= createAjv(coerce);
    const id = translation.idOf(place, reading);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      ajv.addSchema({ $id: next.id, allOf: [translateSchema(translation, next.place, next.reading)] });
    }
    return ajv.getSchema(id) as ValidateFunction;
  };
}

interface Check {
  readonly schema: Located;
  readonly value: unknown;
  readonly reading: PartReading;
  readonly depth: number;
}

function problemsOf(document: OpenApiDocument, compiled: Validators, check: Check): SchemaProblem[] {
  const validate = compiled(check.schema, check.reading);
  // The validator writes what it coerces into the value.
  const value = structuredClone(check.value);
  if (validate(value) === true) return [];
  const problems = distinct(validate.errors ?? []).map((error) => {
    const hint =
      isAlternative(error) && check.depth < DEEPEST_HINT
        ? nearestAlternative(document, compiled, { error, check, value })
        : undefined;
    return problemOf(error, hint);
  });
  return problems;
}

function isAlternative({ keyword, params }: ErrorObject): boolean {
  return keyword === 'anyOf' || (keyword === 'oneOf' && !params['passingSchemas']);
}

/** The first problem of the alternative that has the fewest. */
function nearestAlternative(
  document: OpenApiDocument,
  compiled: Validators,
  { error, check, value }: { error: ErrorObject; check: Check; value: unknown },
): SchemaProblem | undefined {
  const rule = ruleOf(error);
  const file = rule && document.files.get(rule.file);
  if (rule === undefined || file === undefined) return undefined;
  const owner = document.child(
    { value: file.value, file: rule.file, pointer: '' },
    ...fromPointer(rule.pointer),
  );
  if (owner === undefined) return undefined;
  const inner = valueAt(value, error.instancePath);
  const tried = ['anyOf', 'oneOf']
    .flatMap((keyword) => partsOf(document, owner, keyword))
    .map((part) =>
      problemsOf(document, compiled, {
        schema: part,
        value: inner,
        reading: check.reading,
        depth: check.depth + 1,
      }),
    )
    .filter((problems) => problems.length > 0)
    .sort((a, b) => distance(a) - distance(b));
  const [first] = tried[0] ?? [];
  return first && { ...first, pointer: `${error.instancePath}${first.pointer}` };
}

/** A value of another type altogether is further away than any number of keys that do not fit. */
function distance(problems: readonly SchemaProblem[]): number {
  const isOtherType = problems.some(({ pointer, rule }) => pointer === '' && rule.pointer.endsWith('/type'));
  return isOtherType ? Infinity : problems.length;
}

function valueAt(value: unknown, pointer: string): unknown {
  return fromPointer(pointer).reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | undefined)?.[key],
    value,
  );
}

// `if` and `propertyNames` repeat what their parts have said.
function distinct(errors: readonly ErrorObject[]): ErrorObject[] {
  const seen = new Set<string>();
  return errors.filter((error) => {
    if (error.keyword === 'if' || error.keyword === 'propertyNames') return false;
    const key = JSON.stringify([error.instancePath, error.keyword, error.params]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

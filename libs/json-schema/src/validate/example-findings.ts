import type { ErrorObject } from 'ajv';
import type { Finding } from '@fixpoint/model';
import { findingAt, isRecord, nearest, toPointer, type LocatedDocument } from '@fixpoint/structured-text';
import type { CompiledSchema } from './compile-schema';

/** Everything that keeps an example from being valid, at its place. */
export function exampleFindings(
  example: LocatedDocument,
  schemaFile: string,
  { validate }: CompiledSchema,
): Finding[] {
  if (validate(example.value) === true) return [];
  return telling(validate.errors ?? []).map((error) => {
    const key = keyOf(error);
    const pointer = key === undefined ? error.instancePath : `${error.instancePath}${toPointer([key])}`;
    const meant = key === undefined ? undefined : nearest(key, knownKeys(error));
    const place = pointer === '' ? 'the example' : pointer;
    const message =
      key === undefined
        ? `${place} ${messageOf(error)}`
        : `unknown key "${key}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`;
    return findingAt(example, pointer, {
      id: 'regen-schema/invalid-example',
      message: `${message} (${schemaFile}${error.schemaPath})`,
      ...(meant !== undefined && { expected: meant }),
      ...(key !== undefined ? { actual: key } : scalar(error.data)),
      fix:
        meant === undefined
          ? `correct ${example.file} or ${schemaFile}`
          : `write "${meant}" in ${example.file}`,
    });
  });
}

/** Without what only repeats: why each alternative failed, and that a condition did. */
function telling(errors: readonly ErrorObject[]): ErrorObject[] {
  const alternatives = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  return errors.filter((error) => {
    if (error.keyword === 'if' || error.keyword === 'propertyNames') return false;
    return !alternatives.some((other) => other !== error && isBelow(error, other));
  });
}

/** Whether an error is one of a branch; what a branch refers to has a path of its own, so the place in the example decides as well. */
function isBelow(error: ErrorObject, alternative: ErrorObject): boolean {
  if (!error.instancePath.startsWith(alternative.instancePath)) return false;
  return (
    error.schemaPath.startsWith(`${alternative.schemaPath}/`) ||
    error.schemaPath.startsWith('#/$defs/') ||
    error.schemaPath.startsWith('#/definitions/')
  );
}

function keyOf({ keyword, params }: ErrorObject): string | undefined {
  const given = params as { additionalProperty?: string; unevaluatedProperty?: string };
  if (keyword === 'additionalProperties') return given.additionalProperty;
  return keyword === 'unevaluatedProperties' ? given.unevaluatedProperty : undefined;
}

function knownKeys({ parentSchema }: ErrorObject): string[] {
  const properties = (parentSchema as { properties?: unknown } | undefined)?.properties;
  return isRecord(properties) ? Object.keys(properties) : [];
}

function messageOf({ keyword, message, params }: ErrorObject): string {
  const given = params as { allowedValues?: readonly unknown[]; allowedValue?: unknown };
  if (keyword === 'enum')
    return `must be one of ${(given.allowedValues ?? []).map((value) => JSON.stringify(value)).join(', ')}`;
  if (keyword === 'const') return `must be ${JSON.stringify(given.allowedValue)}`;
  if (keyword === 'anyOf' || keyword === 'oneOf')
    return `fits ${keyword === 'oneOf' ? 'none, or more than one,' : 'none'} of the alternatives`;
  return message ?? 'is not valid';
}

function scalar(value: unknown): { readonly actual?: string } {
  if (typeof value === 'object' || value === undefined) return {};
  const text = String(value);
  return { actual: text.length <= 80 ? text : `${text.slice(0, 77)}...` };
}

import type { z } from 'zod';
import type { Finding } from '@fixpoint/model';
import { nearest, positionOfPointer, toPointer } from '@fixpoint/structured-text';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** What the findings are about. */
export interface SchemaSubject {
  readonly text: string;
  readonly file: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

/**
 * Turns every issue of a schema into a finding with its position; an unknown key names the nearest known one.
 *
 * @req FP-DIAG-007
 */
export function schemaFindings(issues: readonly z.core.$ZodIssue[], subject: SchemaSubject): Finding[] {
  return issues
    .flatMap(withinUnion)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(key, issue.path as (string | number)[], subject))
        : [invalidValue(issue, subject)],
    );
}

// Of a value that may be one of several, only what is wrong with the one that was meant is of use: the one that it is most like.
function withinUnion(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find((errors) =>
    errors.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  if (meant === undefined) return [issue];
  return meant
    .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as z.core.$ZodIssue)
    .flatMap(withinUnion);
}

function unknownKey(key: string, path: readonly (string | number)[], subject: SchemaSubject): Finding {
  const known = knownKeys(subject.schema as JsonSchema, path);
  const meant = nearest(key, known);
  const pointer = toPointer([...path, key]);
  return {
    id: 'config/unknown-key',
    ...exclusionViolation(pointer),
    severity: 'error',
    message: `unknown key "${key}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
    file: subject.file,
    position: positionOfPointer(subject.text, pointer),
    path: pointer,
    actual: key,
    expected: meant ?? known.join(', '),
    fix:
      meant === undefined
        ? `remove "${key}" from ${subject.file}`
        : `rename "${key}" to "${meant}" in ${subject.file}`,
  };
}

function invalidValue(issue: z.core.$ZodIssue, subject: SchemaSubject): Finding {
  const pointer = toPointer(issue.path as (string | number)[]);
  return {
    id: 'config/invalid-value',
    ...exclusionViolation(pointer),
    severity: 'error',
    message: `${pointer === '' ? 'the document' : pointer.slice(1).replaceAll('/', '.')}: ${issue.message}`,
    file: subject.file,
    position: positionOfPointer(subject.text, pointer),
    path: pointer,
    fix: `correct ${pointer === '' ? 'the document' : pointer} in ${subject.file}`,
  };
}

/** What the contract calls a defect of the list of excluded units (§9.3 a). */
export function exclusionViolation(
  pointer: string,
  code = pointer.endsWith('/note') ? 'PARITY_EXCLUSIONS_NOTE_MISSING' : 'PARITY_EXCLUSIONS_INVALID_ENTRY',
): Pick<Finding, 'code' | 'violation'> {
  if (!/^\/parity_exclusions\/\d/.test(pointer)) return {};
  return { code, violation: { path: 'RULES.json', pointer, unit: 'rules', field: 'parity_exclusions' } };
}

function knownKeys(schema: JsonSchema | undefined, path: readonly (string | number)[]): string[] {
  const at = path.reduce<JsonSchema | undefined>(
    (current, segment) => child(current, String(segment)),
    schema,
  );
  return [at, ...(at?.anyOf ?? []), ...(at?.oneOf ?? [])].flatMap((one) =>
    Object.keys(one?.properties ?? {}),
  );
}

function child(schema: JsonSchema | undefined, segment: string): JsonSchema | undefined {
  const options = [schema, ...(schema?.anyOf ?? []), ...(schema?.oneOf ?? [])];
  return options.map((option) => option && ownChild(option, segment)).find((found) => found !== undefined);
}

function ownChild(
  { properties, additionalProperties, items }: JsonSchema,
  segment: string,
): JsonSchema | undefined {
  return properties?.[segment] ?? (typeof additionalProperties === 'object' ? additionalProperties : items);
}

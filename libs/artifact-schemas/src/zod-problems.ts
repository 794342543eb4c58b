import type { z } from 'zod';
import { nearest } from '@fixpoint/structured-text';
import type { Problem } from './problem';

/** Every place where a value does not fit a zod schema, in the words of the other documents. */
export function zodProblems(schema: z.ZodType, value: unknown): Problem[] {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((issue) => toProblems(issue, schema));
}

function toProblems(issue: z.core.$ZodIssue, schema: z.ZodType): Problem[] {
  const at = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, at, knownKeys(schema, at)));
  }
  const name = [...at].reverse().find((step) => typeof step === 'string') ?? 'the document';
  if (issue.input === undefined) {
    const holder = { kind: 'shape', at: at.slice(0, -1), message: `${String(name)} is missing` };
    return [{ ...holder, expected: String(name) }];
  }
  const expected = expectationOf(issue);
  const actual = shown(issue.input);
  const message =
    expected === undefined
      ? `${String(name)}: ${issue.message}`
      : `${String(name)} must be ${expected}, not ${actual}`;
  return [{ kind: 'shape', at, message, ...(expected && { expected }), actual }];
}

function expectationOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_value') {
    const values = issue.values.map((value) => String(value));
    return values.length === 1 ? values[0] : `one of ${values.join(', ')}`;
  }
  if (issue.code !== 'invalid_type') return undefined;
  return EXPECTATIONS[issue.expected] ?? issue.expected;
}

const EXPECTATIONS: Readonly<Record<string, string>> = {
  string: 'a string',
  object: 'an object',
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
};

function unknownKey(key: string, at: readonly (string | number)[], known: readonly string[]): Problem {
  const meant = nearest(key, known);
  return {
    kind: 'unknown-key',
    at: [...at, key],
    message: `${key} is not a key of this record${meant === undefined ? '' : `; ${meant} is`}`,
    ...(meant !== undefined && { expected: meant }),
    actual: key,
  };
}

interface SchemaPart {
  readonly shape?: Readonly<Record<string, SchemaPart>>;
  readonly element?: SchemaPart;
  readonly unwrap?: () => SchemaPart;
}

function knownKeys(schema: z.ZodType, at: readonly (string | number)[]): string[] {
  const part = at.reduce<SchemaPart | undefined>(
    (current, step) => {
      const open = opened(current);
      return typeof step === 'number' ? open?.element : open?.shape?.[step];
    },
    schema as unknown as SchemaPart,
  );
  return Object.keys(opened(part)?.shape ?? {});
}

function opened(part: SchemaPart | undefined): SchemaPart | undefined {
  let open = part;
  while (open?.shape === undefined && open?.element === undefined && open?.unwrap !== undefined)
    open = open.unwrap();
  return open;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

import { z } from 'zod';
import { failure, success, type Finding, type Result } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { parseJson, positionOfPointer, repeatedKeyFindings } from '@fixpoint/structured-text';
import { normalizeRules } from './normalize';
import { normalizeReferenceRules, referenceRulesSchema } from './reference-rules';
import { referenceRulesDocument } from './reference-rules-document';
import { ruleFindings } from './rules';
import { referenceRulesJsonSchema } from './rules-json-schema';
import { rulesSchema } from './rules-schema';
import { schemaFindings } from './schema-findings';

/** The marker's name in every parity root. */
export const MARKER = 'RULES.json';

/**
 * Reads a marker in three steps: parse (shape), normalize (one form for both rule sets), rules (across keys).
 *
 * @param text the text of `RULES.json`
 * @param root the root as the user names it; it stands in messages and fixes
 * @returns the manifest, or every problem at once with its position
 */
export function parseManifest(text: string, root: string): Result<Manifest> {
  const file = root === '' ? MARKER : `${root}/${MARKER}`;
  const parsed = parseJson(text, file, 'config');
  if (!parsed.ok) return parsed;
  const version = versionOf(parsed.value);
  const reader = READERS.get(version);
  if (reader === undefined) return failure(unknownVersion(version, text, file));
  return reader(parsed.value, { text, root, file });
}

interface MarkerText {
  readonly text: string;
  readonly root: string;
  readonly file: string;
}

type Reader = (value: unknown, marker: MarkerText) => Result<Manifest>;

/** The two rule sets; everything behind this table is the same for both. */
const READERS: ReadonlyMap<unknown, Reader> = new Map<unknown, Reader>([
  [1, readReferenceRules],
  [2, readRules],
]);

function readRules(value: unknown, { text, root, file }: MarkerText): Result<Manifest> {
  const repeated = repeatedKeyFindings(text, file, 'config');
  if (repeated.length > 0) return failure(...repeated);
  const shape = rulesSchema.safeParse(value);
  if (!shape.success) return shapeFailure(shape.error, rulesSchema, { text, file });
  const problems = ruleFindings(shape.data, text, file);
  return problems.length > 0 ? failure(...problems) : success(normalizeRules(shape.data, root));
}

function readReferenceRules(value: unknown, { text, root, file }: MarkerText): Result<Manifest> {
  const shape = referenceRulesSchema.safeParse(value);
  if (!shape.success) return shapeFailure(shape.error, referenceRulesSchema, { text, file });
  return success(normalizeReferenceRules(shape.data, root), unread(value, text, file));
}

// Who reads such a key insists on it; the others would pass over a value that nothing can follow.
function unread(value: unknown, text: string, file: string): Finding[] {
  const shape = referenceRulesDocument.safeParse(value);
  if (shape.success) return [];
  const schema = referenceRulesJsonSchema();
  return schemaFindings(shape.error.issues, { text, file, schema }).map(
    ({ violation: _violation, code: _code, ...finding }) => ({ ...finding, severity: 'warning' }),
  );
}

function shapeFailure(
  error: z.ZodError,
  schema: z.ZodType,
  at: { text: string; file: string },
): Result<Manifest> {
  const jsonSchema = z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>;
  return failure(...schemaFindings(error.issues, { ...at, schema: jsonSchema }));
}

function versionOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)['rules_schema_version']
    : undefined;
}

function unknownVersion(version: unknown, text: string, file: string): Finding {
  return {
    id: 'config/rules-version',
    severity: 'error',
    message: `rules_schema_version is ${JSON.stringify(version) ?? 'absent'}; 1 and 2 are known`,
    file,
    position: positionOfPointer(text, '/rules_schema_version'),
    path: '/rules_schema_version',
    expected: '1 or 2',
    actual: JSON.stringify(version),
    fix: `set "rules_schema_version": 2 in ${file}`,
  };
}

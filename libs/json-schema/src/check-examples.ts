import type { Finding } from '@fixpoint/model';
import { parseLocated, type LocatedDocument } from '@fixpoint/structured-text';
import type { SchemaFacts } from './facts';
import { compileSchema } from './validate/compile-schema';
import { exampleFindings } from './validate/example-findings';

/** Examples that are named and not there, or cannot be read. */
export function unreadExamples({ config, examples }: SchemaFacts): Finding[] {
  return [
    ...examples.unmatched.map(
      (glob): Finding => ({
        id: 'regen-schema/no-examples',
        severity: 'error',
        message: `no file matches ${glob}, which are examples of ${config.schema}`,
        file: '.',
        actual: glob,
        fix: 'correct the glob where the schemas are configured, or remove it',
      }),
    ),
    ...examples.files.flatMap(({ path, text }) => {
      const parsed = parseLocated(path, text, 'regen-schema');
      return parsed.ok ? [] : parsed.findings;
    }),
  ];
}

/**
 * What is wrong with the examples of a schema; the schema itself has been found right.
 *
 * @req FP-SCH-004
 */
export function checkExamples({ config, text, referenced, examples }: SchemaFacts): Finding[] {
  const schema = parseLocated(config.schema, text, 'regen-schema');
  const compiled = schema.ok ? compileSchema(schema.value, config.dialect, referenced) : schema;
  if (!compiled.ok) return [];
  return examples.files.flatMap(({ path, text: example }) => {
    const parsed = parseLocated(path, example, 'regen-schema');
    return parsed.ok ? exampleFindings(parsed.value as LocatedDocument, config.schema, compiled.value) : [];
  });
}

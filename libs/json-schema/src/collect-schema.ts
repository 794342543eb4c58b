import type { SchemaConfig, SchemaSource } from '@fixpoint/contract-formats';
import { failureOf, readNamedFile, readNamedGlobs, success, type Ports, type Result } from '@fixpoint/model';
import { parseLocated } from '@fixpoint/structured-text';
import type { GeneratedText, SchemaFacts } from './facts';
import { schemaText } from './make/canonical-schema';
import { makeSchema } from './make/make-schema';
import { poolMembers } from './make/pool-members';
import { toDraft2020 } from './make/to-dialect';
import { generateTypes } from './types/generate-types';
import { compileSchema } from './validate/compile-schema';
import { readReferenced } from './validate/referenced-files';

/** Reads or makes one schema, checks it, makes its types and reads its examples. */
export async function collectSchema(ports: Ports, config: SchemaConfig): Promise<Result<SchemaFacts>> {
  const schema = await schemaOf(ports, config);
  if (!schema.ok) return schema;
  const { text, made } = schema.value;
  const parsed = parseLocated(config.schema, text, 'regen-schema');
  if (!parsed.ok) return failureOf('usage', ...parsed.findings);
  const referenced = await readReferenced(ports, config.schema, text);
  const compiled = compileSchema(parsed.value, config.dialect, referenced);
  if (!compiled.ok) return compiled;
  const types = await typesOf(ports, config, parsed.value.value);
  if (!types.ok) return types;
  return success({
    config,
    text,
    generated: [...made, ...types.value],
    referenced,
    examples: await readNamedGlobs(ports, config.examples),
    remarks: compiled.findings,
  });
}

interface SchemaText {
  readonly text: string;
  readonly made: readonly GeneratedText[];
}

async function schemaOf(ports: Ports, config: SchemaConfig): Promise<Result<SchemaText>> {
  const { from, schema: path } = config;
  if (from === undefined) {
    const text = await readNamedFile(ports, path);
    return text === undefined ? absent('absent', path, 'the schema') : success({ text, made: [] });
  }
  if ((await readNamedFile(ports, from.file)) === undefined)
    return absent('absent-source', from.file, `the code of ${path}`);
  const made = await makeSchema(ports, { ...config, from });
  if (!made.ok) return made;
  const { schema, generator, version } = made.value;
  const text = schemaText(inForm(schema, config, from), config.dialect);
  return success({ text, made: [{ path, text, generator, version }] });
}

function inForm(schema: Readonly<Record<string, unknown>>, config: SchemaConfig, { kind }: SchemaSource) {
  if (kind === 'zod') return poolMembers(schema, config.dialect);
  return config.dialect === '2020-12' ? toDraft2020(schema) : schema;
}

async function typesOf(
  ports: Ports,
  config: SchemaConfig,
  schema: unknown,
): Promise<Result<readonly GeneratedText[]>> {
  const { types: path } = config;
  if (path === undefined) return success([]);
  const types = await generateTypes(ports, { ...config, types: path }, schema);
  return types.ok ? success([{ path, ...types.value }]) : types;
}

function absent(id: string, file: string, what: string): Result<never> {
  return failureOf('usage', {
    id: `regen-schema/${id}`,
    severity: 'error',
    message: `${what} is not there: ${file}`,
    file,
    fix: `restore ${file}, or correct its name where the schemas are configured`,
  });
}

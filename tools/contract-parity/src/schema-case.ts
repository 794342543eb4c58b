import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseLine } from '@fixpoint/comparison-table';
import { regenSchemaDerivation } from '@fixpoint/json-schema';
import { memoryPorts } from '@fixpoint/testkit';
import { createPorts } from '@fixpoint/workspace-io';

/** What `meta.json` knows of a schema. */
interface Meta {
  readonly definitions: number;
}

const SCHEMA = 'config.schema.json';

/** Makes types of a recorded schema, which has to name all of its definitions, and validates the examples beside it. */
export async function compareSchema(folder: string, name: string): Promise<CaseLine> {
  const { definitions } = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')) as Meta;
  const { text, findings } = await derive(folder);
  const types = new Set([...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, type]) => type));
  // The schema itself has a type as well.
  const isComplete = types.size > definitions;
  const examples = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const blank = examples.filter((file) => readFileSync(join(folder, file), 'utf8').trim() === '');
  const unseen = blank.filter((file) => !findings.some((finding) => finding.includes(` ${file}:`)));
  const isGood = isComplete && unseen.length === 0 && text.endsWith('\n');
  return {
    kind: 'schema',
    name,
    standing: isGood ? (blank.length > 0 ? 'better' : 'equal') : 'worse',
    because: `${types.size} types of ${definitions} definitions and the schema; ${blank.length - unseen.length} of ${blank.length} empty examples found, which nobody had noticed`,
    details: findings,
  };
}

async function derive(folder: string): Promise<{ text: string; findings: string[] }> {
  const files = Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file === SCHEMA || file.endsWith('.yaml'))
      .map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  const schema = {
    ...{ schema: SCHEMA, dialect: 'draft-07' as const, allowUnknownKeys: true, types: 'config.d.ts' },
    examples: Object.keys(files).length > 1 ? ['*.yaml'] : [],
  };
  const config = { root: '.', documents: [], schemas: [schema] };
  // Generators are those of this repository.
  const { modules } = createPorts({ root: __dirname });
  const ports = {
    ...memoryPorts({ files }),
    modules: { load: (name: string) => modules.load(name, __dirname) },
  };
  const collected = await regenSchemaDerivation.collect(ports, config, { check: true });
  const toText = ({
    id,
    file,
    position,
  }: {
    id: string;
    file: string;
    position?: { line: number };
  }): string => `${id} ${file}:${position?.line ?? '-'}`;
  if (!collected.ok) return { text: '', findings: collected.findings.map(toText) };
  const derived = regenSchemaDerivation.derive(collected.value, config);
  const checked = regenSchemaDerivation.check?.(collected.value, config) ?? [];
  const artifacts = derived.ok ? derived.value : [];
  return {
    text: artifacts.find(({ path }) => path === 'config.d.ts')?.text ?? '',
    findings: [...derived.findings, ...checked].map(toText),
  };
}

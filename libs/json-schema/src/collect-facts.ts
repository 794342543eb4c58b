import {
  readFingerprints,
  readGeneratedList,
  type ContractsConfig,
  type SchemaConfig,
} from '@fixpoint/contract-formats';
import { success, type Ports, type Result } from '@fixpoint/model';
import { collectSchema } from './collect-schema';
import type { BrokenSchema, SchemaFacts, SchemasFacts } from './facts';
import { OUTPUT_LIST } from './output-list';

/** Reads and makes the schemas of a root, one after the other, and reads the list of what was generated. */
export async function collectFacts(ports: Ports, config: ContractsConfig): Promise<Result<SchemasFacts>> {
  const list = readGeneratedList(OUTPUT_LIST, await ports.files.readText(OUTPUT_LIST.file));
  if (!list.ok) return list;
  const schemas: SchemaFacts[] = [];
  const broken: BrokenSchema[] = [];
  for (const schema of config.schemas.map(withPlainPaths)) {
    const result = await collectSchema(ports, schema);
    if (result.ok) schemas.push(result.value);
    else broken.push({ file: schema.schema, outcome: result.outcome ?? 'drift', findings: result.findings });
  }
  return success({ schemas, broken, list: list.value, committed: await readFingerprints(ports, list.value) });
}

function withPlainPaths(config: SchemaConfig): SchemaConfig {
  const { types } = config;
  return {
    ...config,
    schema: plainPath(config.schema),
    ...(types !== undefined && { types: plainPath(types) }),
  };
}

/** `./a/b` as `a/b`. */
function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}

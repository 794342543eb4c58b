import { editedOrphanFindings, type ContractsConfig } from '@fixpoint/contract-formats';
import { escapeGlob, type Derivation } from '@fixpoint/model';
import { fixCommand } from '@fixpoint/surface-formats';
import { checkExamples } from './check-examples';
import { collectFacts } from './collect-facts';
import { deriveSchemas } from './derive-schemas';
import type { SchemasFacts } from './facts';
import { orphansOf } from './orphans';
import { OUTPUT_LIST } from './output-list';

/**
 * JSON Schemas of zod schemas and TypeScript types, TypeScript types of JSON Schemas, and the examples that have to be valid, with a committed
 * list of what is generated.
 */
export const regenSchemaDerivation: Derivation<ContractsConfig, SchemasFacts> = {
  id: 'regen-schema',
  summary: 'JSON Schemas made from code, types made from JSON Schemas, and valid examples of both',
  owns: (_config, _scope, facts) => [
    OUTPUT_LIST.file,
    ...(facts === undefined ? [] : orphansOf(facts).untouched.map(({ path }) => escapeGlob(path))),
  ],
  allowsEmpty: ({ schemas }) => schemas.every(({ from, types }) => from === undefined && types === undefined),
  collect: collectFacts,
  derive: deriveSchemas,
  check: (facts) => [
    ...editedOrphanFindings(OUTPUT_LIST, orphansOf(facts)),
    ...facts.schemas.flatMap(checkExamples),
  ],
  fix: (root) => fixCommand('regen-schema', { root }),
};

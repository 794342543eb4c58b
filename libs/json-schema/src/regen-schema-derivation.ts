import { GENERATED_SCHEMAS, type ContractsConfig } from '@fixpoint/contract-formats';
import type { Derivation } from '@fixpoint/model';
import { fixCommand } from '@fixpoint/surface-formats';
import { checkExamples } from './check-examples';
import { collectFacts } from './collect-facts';
import { deriveSchemas } from './derive-schemas';
import type { SchemasFacts } from './facts';
import { editedOrphans, removable } from './orphans';

/**
 * JSON Schemas of zod schemas and TypeScript types, TypeScript types of JSON Schemas, and the examples that have to be valid, with a committed
 * list of what is generated.
 */
export const regenSchemaDerivation: Derivation<ContractsConfig, SchemasFacts> = {
  id: 'regen-schema',
  summary: 'JSON Schemas made from code, types made from JSON Schemas, and valid examples of both',
  owns: (_config, _scope, facts) => [
    GENERATED_SCHEMAS,
    ...(facts === undefined ? [] : removable(facts).map(escapeGlob)),
  ],
  allowsEmpty: ({ schemas }) => schemas.every(({ from, types }) => from === undefined && types === undefined),
  collect: collectFacts,
  derive: deriveSchemas,
  check: (facts) => [...editedOrphans(facts), ...facts.schemas.flatMap(checkExamples)],
  fix: (root) => fixCommand('regen-schema', { root }),
};

function escapeGlob(path: string): string {
  return path.replace(/[()[\]{}!*?@+|\\]/g, '\\$&');
}

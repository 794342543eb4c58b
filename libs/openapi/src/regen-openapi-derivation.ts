import type { ContractsConfig } from '@fixpoint/contract-formats';
import type { Derivation } from '@fixpoint/model';
import { fixCommand } from '@fixpoint/surface-formats';
import { collectFacts } from './collect-facts';
import { deriveOutputs } from './derive-outputs';
import type { OpenapiFacts } from './facts';
import { MANIFEST } from './manifest/manifest';
import { editedOrphans, isUntouched, orphansOf } from './orphans';
import { generatesNothing } from './output-paths';

/**
 * TypeScript types, typed clients and what commands make of the OpenAPI documents of a root, with a committed manifest of it all.
 * The manifest tells what was generated once and is not any more, without git and without a glob that may take in a neighbour.
 */
export const regenOpenapiDerivation: Derivation<ContractsConfig, OpenapiFacts> = {
  id: 'regen-openapi',
  summary: 'types, clients and other files generated from OpenAPI documents, complete and reproducible',
  owns: (_config, _scope, facts) => [
    MANIFEST,
    ...(facts === undefined ? [] : removable(facts).map(escapeGlob)),
  ],
  allowsEmpty: generatesNothing,
  collect: collectFacts,
  derive: deriveOutputs,
  check: editedOrphans,
  fix: (root) => fixCommand('regen-openapi', { root }),
};

function removable(facts: OpenapiFacts): string[] {
  return orphansOf(facts)
    .filter((entry) => isUntouched(facts, entry))
    .map(({ path }) => path);
}

function escapeGlob(path: string): string {
  return path.replace(/[()[\]{}!*?@+|\\]/g, '\\$&');
}

import { editedOrphanFindings, type ContractsConfig } from '@fixpoint/contract-formats';
import { escapeGlob, type Derivation } from '@fixpoint/model';
import { fixCommand } from '@fixpoint/surface-formats';
import { collectFacts } from './collect-facts';
import { deriveOutputs } from './derive-outputs';
import type { OpenapiFacts } from './facts';
import { orphansOf } from './orphans';
import { OUTPUT_LIST } from './output-list';
import { generatesNothing } from './output-paths';

/**
 * TypeScript types, typed clients and what commands make of the OpenAPI documents of a root, with a committed manifest of it all.
 * The manifest tells what was generated once and is not any more, without git and without a glob that may take in a neighbour.
 */
export const regenOpenapiDerivation: Derivation<ContractsConfig, OpenapiFacts> = {
  id: 'regen-openapi',
  summary: 'types, clients and other files generated from OpenAPI documents, complete and reproducible',
  owns: (_config, _scope, facts) => [
    OUTPUT_LIST.file,
    ...(facts === undefined ? [] : orphansOf(facts).untouched.map(({ path }) => escapeGlob(path))),
  ],
  allowsEmpty: generatesNothing,
  collect: collectFacts,
  derive: deriveOutputs,
  check: (facts) => editedOrphanFindings(OUTPUT_LIST, orphansOf(facts)),
  fix: (root) => fixCommand('regen-openapi', { root }),
};

import {
  success,
  type Derivation,
  type Derived,
  type Finding,
  type Ports,
  type Result,
} from '@fixpoint/model';
import { fixCommand, type Manifest } from '@fixpoint/surface-formats';
import { ruleSetOf } from './rule-sets';
import { readContext, validateReferenceRoot } from './validate-reference-root';
import type { RootView } from './view/tree';

/** What is read of a root; the view is absent where the validator does not apply. */
export interface ReferenceFacts {
  readonly view?: RootView;
}

/**
 * The validator of rules version 1 (parity contract §9) as a derivation that derives nothing: it only checks. A root of
 * rules version 2 gives no findings.
 */
export const rootValidatorDerivation: Derivation<Manifest, ReferenceFacts> = {
  id: 'root',
  summary: 'roots of rules version 1 held to the reference semantics',
  owns: () => [],
  allowsEmpty: () => true,
  collect,
  derive,
  check,
  fix: (root) => fixCommand('validate', { root }),
};

async function collect(ports: Ports, manifest: Manifest): Promise<Result<ReferenceFacts>> {
  const rules = ruleSetOf(manifest);
  const view = await rules.collect(ports, manifest);
  return success({ view }, view === undefined ? rules.skipped : []);
}

function derive({ view }: ReferenceFacts): Derived {
  const context = view === undefined ? undefined : readContext(view);
  return context === undefined || context.ok ? success([]) : context;
}

// What stands in the way of checking is said by `derive`.
function check({ view }: ReferenceFacts): readonly Finding[] {
  const validation = view === undefined ? undefined : validateReferenceRoot(view);
  return validation?.ok ? validation.findings : [];
}

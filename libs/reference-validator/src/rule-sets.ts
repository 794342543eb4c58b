import type { Ports } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { collectRoot } from './collect/collect-root';
import type { RootView } from './view/tree';

/** Everything in which the two versions of the rules differ for this validator. */
export interface RuleSet {
  /** Reads what is to be validated; undefined where these rules do not apply. */
  readonly collect: (ports: Ports, manifest: Manifest) => Promise<RootView | undefined>;
}

/** Rules version 1: the root is held to the reference semantics. */
const REFERENCE: RuleSet = { collect: (ports, { root }) => collectRoot(ports, root) };

/** Rules version 2: what a root must be follows from its derivations alone. */
const CURRENT: RuleSet = { collect: async () => undefined };

const RULE_SETS: Readonly<Record<Manifest['rulesSchemaVersion'], RuleSet>> = { 1: REFERENCE, 2: CURRENT };

/** The rule set a root asks for. */
export function ruleSetOf({ rulesSchemaVersion }: Pick<Manifest, 'rulesSchemaVersion'>): RuleSet {
  return RULE_SETS[rulesSchemaVersion];
}

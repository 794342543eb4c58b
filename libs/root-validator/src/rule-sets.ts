import type { Finding, Ports } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import { collectRoot } from './collect/collect-root';
import { rulesOfManifest } from './rules/manifest-rules';
import { OWN_SCHEMAS } from './schema/own-schemas';
import type { RootView } from './view/tree';

/** Everything in which the two versions of the rules differ for this validator. */
export interface RuleSet {
  /** Reads what is to be validated; undefined where these rules do not apply. */
  readonly collect: (ports: Ports, manifest: Manifest) => Promise<RootView | undefined>;
  /** Documents whose bytes are not canonical are written anew by a fix. */
  readonly mendsDocuments: boolean;
  /** What is said where they do not apply. */
  readonly skipped: readonly Finding[];
}

/** Files of which any makes a root one whose whole life is kept: schemas, metadata of versions, pointers. */
const LIFECYCLE = [
  'SCHEMA.json',
  'VERSION_METADATA_SCHEMA.json',
  'versions/*',
  'pointers/**/*',
  'current.json',
  'min_supported.txt',
  'latest_validated.txt',
];

// A root that holds snapshots, unions and reports only has no broken lifecycle: it has none.
const NO_LIFECYCLE: Finding = {
  id: 'root/no-lifecycle',
  severity: 'note',
  message: 'the root has no schemas, version metadata or pointers, so their rules were not checked',
  file: 'RULES.json',
  fix: 'nothing, unless versions are validated and promoted here: then restore SCHEMA.json and VERSION_METADATA_SCHEMA.json',
};

/** Rules version 1: the root is held to the reference semantics. */
const REFERENCE: RuleSet = {
  collect: async (ports, { root }) =>
    (await ports.files.list(LIFECYCLE)).length === 0 ? undefined : collectRoot(ports, root),
  mendsDocuments: false,
  skipped: [NO_LIFECYCLE],
};

/** Rules version 2: the same checks by the rules of the manifest and the schemas of this product. */
const CURRENT: RuleSet = {
  collect: (ports, manifest) =>
    collectRoot(ports, manifest.root, {
      readRules: (view) => ({ ok: true, value: rulesOfManifest(manifest, view) }),
      readSchemas: () => ({ ok: true, value: OWN_SCHEMAS }),
    }),
  mendsDocuments: true,
  skipped: [],
};

const RULE_SETS: Readonly<Record<Manifest['rulesSchemaVersion'], RuleSet>> = { 1: REFERENCE, 2: CURRENT };

/** The rule set a root asks for. */
export function ruleSetOf({ rulesSchemaVersion }: Pick<Manifest, 'rulesSchemaVersion'>): RuleSet {
  return RULE_SETS[rulesSchemaVersion];
}

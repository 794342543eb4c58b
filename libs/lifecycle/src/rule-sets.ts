import type { Artifact, Finding, Result, VersionClaim } from '@fixpoint/model';
import type { Manifest } from '@fixpoint/surface-formats';
import type { VersionsWithMetadata } from './version-metadata/collect-metadata';
import { checkClaims } from './version-metadata/current/check-claims';
import { deriveCurrentMetadata } from './version-metadata/current/derive-current-metadata';
import type { MetadataFacts, VersionFacts } from './version-metadata/metadata-facts';
import { deriveReferenceMetadata } from './version-metadata/reference/derive-reference-metadata';
import { refuseEveryClaim, refuseReferenceClaim } from './version-metadata/reference/refuse-claim';

/** Everything in which the two versions of the rules differ for the life of a version. */
export interface RuleSet {
  readonly metadata: {
    readonly versions: VersionsWithMetadata;
    /** What becomes of metadata that nothing derives. */
    readonly leftovers: 'kept' | 'orphans';
    readonly derive: (version: VersionFacts, facts: MetadataFacts, manifest: Manifest) => Result<Artifact>;
    readonly check: (facts: MetadataFacts, manifest: Manifest) => readonly Finding[];
    readonly refuseClaim: (
      claim: VersionClaim,
      version: string | undefined,
      manifest: Manifest,
    ) => Finding | undefined;
  };
}

/** Rules version 1: the reference semantics, byte for byte; a status is claimed, and refused where its gates do not hold. */
const REFERENCE: RuleSet = {
  metadata: {
    versions: 'with-metadata',
    leftovers: 'kept',
    derive: deriveReferenceMetadata,
    check: () => [],
    refuseClaim: refuseReferenceClaim,
  },
};

/** Rules version 2: nothing is claimed, everything follows. */
const CURRENT: RuleSet = {
  metadata: {
    versions: 'with-union',
    leftovers: 'orphans',
    derive: deriveCurrentMetadata,
    check: checkClaims,
    refuseClaim: refuseEveryClaim,
  },
};

const RULE_SETS: Readonly<Record<Manifest['rulesSchemaVersion'], RuleSet>> = { 1: REFERENCE, 2: CURRENT };

/** The rule set a root asks for. */
export function ruleSetOf({ rulesSchemaVersion }: Pick<Manifest, 'rulesSchemaVersion'>): RuleSet {
  return RULE_SETS[rulesSchemaVersion];
}

import type { Artifact, Finding, Ports, Result, VersionClaim } from '@fixpoint/model';
import {
  DEFAULT_LIFECYCLE,
  isStableVersion,
  isStrictVersion,
  VERSION_PLACES,
  type Manifest,
  type RetentionConfig,
  type VersionPlace,
} from '@fixpoint/surface-formats';
import { readClaimedMetadata, readDerivedMetadata } from './promote/promotable-metadata';
import type { Move, PromotionContext } from './promote/promotion-context';
import { currentRootMoves, mayNameByPattern, referenceRootMoves } from './promote/root-moves';
import {
  alwaysKept,
  lastValidated,
  namedByPointers,
  notYetValidated,
  type KeepRule,
} from './retain/keep-rules';
import type { RetentionPlan } from './retain/plan-retention';
import { deriveStatuses, readCommittedStatuses } from './retain/read-statuses';
import { renderReferenceRetention, renderRetention } from './retain/render-retention';
import { unreadablePointers, type RetentionFacts, type StatusReader } from './retain/retention-facts';
import { readReferenceRetention, readRetention } from './retain/retention-policy';
import type { VersionsWithMetadata } from './version-metadata/collect-metadata';
import { checkClaims } from './version-metadata/current/check-claims';
import { deriveCurrentMetadata } from './version-metadata/current/derive-current-metadata';
import type { MetadataFacts, VersionFacts } from './version-metadata/metadata-facts';
import { deriveReferenceMetadata } from './version-metadata/reference/derive-reference-metadata';
import { refuseEveryClaim, refuseReferenceClaim } from './version-metadata/reference/refuse-claim';

/** Everything in which the two versions of the rules differ for the life of a version. */
export interface RuleSet {
  readonly promotion: {
    /** The text of the metadata that a version is promoted with. */
    readonly readMetadata: (ports: Ports, manifest: Manifest, version: string) => Promise<Result<string>>;
    readonly rootMoves: (context: PromotionContext) => readonly Move[];
    /** Whether pointers may name a version. */
    readonly mayName: (version: string, manifest: Manifest) => boolean;
  };
  readonly retention: {
    readonly readPolicy: (manifest: Manifest) => Result<RetentionConfig>;
    /** Where the things of a version lie that are pruned with it. */
    readonly places: readonly VersionPlace[];
    readonly readStatuses: StatusReader;
    readonly keepRules: readonly KeepRule[];
    readonly refusals: (facts: RetentionFacts) => readonly Finding[];
    /** Targets whose artifacts span versions, so that they are derived again after one is gone. */
    readonly rederived: readonly string[];
    readonly render: (plan: RetentionPlan, applied: boolean) => string;
  };
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
  promotion: {
    readMetadata: readClaimedMetadata,
    rootMoves: referenceRootMoves,
    mayName: mayNameByPattern,
  },
  retention: {
    readPolicy: readReferenceRetention,
    places: VERSION_PLACES.filter(({ directory }) => directory === 'snapshots' || directory === 'reports'),
    readStatuses: readCommittedStatuses,
    keepRules: [namedByPointers, lastValidated],
    refusals: () => [],
    rederived: [],
    render: renderReferenceRetention,
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
  promotion: {
    readMetadata: readDerivedMetadata,
    rootMoves: currentRootMoves,
    mayName: (version, { lifecycle = DEFAULT_LIFECYCLE }) =>
      lifecycle.pointers.allowPrerelease ? isStrictVersion(version) : isStableVersion(version),
  },
  retention: {
    readPolicy: readRetention,
    places: VERSION_PLACES,
    readStatuses: deriveStatuses,
    keepRules: [namedByPointers, alwaysKept, lastValidated, notYetValidated],
    refusals: unreadablePointers,
    rederived: ['surface-diff'],
    render: renderRetention,
  },
};

const RULE_SETS: Readonly<Record<Manifest['rulesSchemaVersion'], RuleSet>> = { 1: REFERENCE, 2: CURRENT };

/** The rule set a root asks for. */
export function ruleSetOf({ rulesSchemaVersion }: Pick<Manifest, 'rulesSchemaVersion'>): RuleSet {
  return RULE_SETS[rulesSchemaVersion];
}

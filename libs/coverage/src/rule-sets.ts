import type { Manifest } from '@fixpoint/surface-formats';
import { type CoverageStrictness, PerTargetResolver, type UpstreamReading } from '@fixpoint/surface-units';
import type { Destinations } from './report/classify';
import { REPORT_REQUIREMENTS } from './report/requirements';
import type { Resolver, ResolverInputs } from './report/resolver';
import { SingleLevelResolver } from './report/single-level-resolver';
import { noTimestamp, requiredTimestamp, type TimestampRule } from './shared/timestamp-rule';
import type { Requirement } from './shared/requirements';
import { COVERAGE_RULES, type CoverageRule } from './wrapper-coverage/coverage-rules';
import { byContent, inSourceOrder, type EqualEntries } from './wrapper-coverage/normalize-coverage';
import { wrapperRequirements } from './wrapper-coverage/requirements';
import type { EmptyScopeRule } from './wrapper-coverage/scope-findings';

/** Everything in which the two versions of the rules differ for coverage. */
export interface RuleSet {
  readonly timestamp: TimestampRule;
  readonly declaration: {
    readonly requirements: (manifest: Manifest) => readonly Requirement[];
    readonly strictness: CoverageStrictness;
    readonly emptyScope: EmptyScopeRule;
    readonly equalEntries: EqualEntries;
    readonly rules: readonly CoverageRule[];
  };
  readonly report: {
    readonly requirements: readonly Requirement[];
    readonly upstream: UpstreamReading;
    readonly createResolver: (inputs: ResolverInputs) => Resolver;
    readonly destinations: Destinations;
    readonly workQueue: boolean;
    /** Which versions have reports when none is named: those with a union, or only those that have reports already. */
    readonly versions: 'with-union' | 'with-union-and-reports';
    /** What becomes of reports that nothing derives any more. */
    readonly leftovers: 'kept' | 'orphans';
  };
}

const UNSUPPORTED_COMMANDS_APART: Destinations = {
  command: new Map([
    ['explicit', 'covered'],
    ['passthrough', 'passthrough_candidates'],
    ['unsupported', 'unsupported'],
    ['intentionally_unsupported', 'intentionally_unsupported'],
  ]),
  ...forFlagsAndArgs(
    new Map([
      ['explicit', 'covered'],
      ['passthrough', 'covered'],
      ['intentionally_unsupported', 'intentionally_unsupported'],
    ]),
  ),
};

const ALL_UNSUPPORTED_APART: Destinations = {
  command: UNSUPPORTED_COMMANDS_APART.command,
  ...forFlagsAndArgs(new Map([...UNSUPPORTED_COMMANDS_APART.flag, ['unsupported', 'unsupported']])),
};

function forFlagsAndArgs<T>(table: T): { flag: T; arg: T } {
  return { flag: table, arg: table };
}

/** Rules version 1: the reference semantics, byte for byte. */
const REFERENCE: RuleSet = {
  timestamp: requiredTimestamp,
  declaration: {
    requirements: wrapperRequirements,
    strictness: { knownLevels: true, knownKeys: false },
    emptyScope: 'all-targets',
    equalEntries: inSourceOrder,
    rules: [],
  },
  report: {
    requirements: REPORT_REQUIREMENTS,
    upstream: { hidden: false, aliases: false, foldedFlags: false },
    createResolver: (inputs) => new SingleLevelResolver(inputs),
    destinations: UNSUPPORTED_COMMANDS_APART,
    workQueue: false,
    versions: 'with-union-and-reports',
    leftovers: 'kept',
  },
};

/** Rules version 2. */
const CURRENT: RuleSet = {
  timestamp: noTimestamp,
  declaration: {
    requirements: () => [],
    strictness: { knownLevels: true, knownKeys: true },
    emptyScope: 'refused',
    equalEntries: byContent,
    rules: COVERAGE_RULES,
  },
  report: {
    requirements: [],
    upstream: { hidden: true, aliases: true, foldedFlags: true },
    createResolver: (inputs) => new PerTargetResolver(inputs),
    destinations: ALL_UNSUPPORTED_APART,
    workQueue: true,
    versions: 'with-union',
    leftovers: 'orphans',
  },
};

const RULE_SETS: Readonly<Record<Manifest['rulesSchemaVersion'], RuleSet>> = { 1: REFERENCE, 2: CURRENT };

/** The rule set a root asks for. */
export function ruleSetOf({ rulesSchemaVersion }: Pick<Manifest, 'rulesSchemaVersion'>): RuleSet {
  return RULE_SETS[rulesSchemaVersion];
}

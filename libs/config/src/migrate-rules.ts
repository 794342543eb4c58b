import { z } from 'zod';
import { COVERAGE_LEVELS, DEFAULT_LIFECYCLE } from '@fixpoint/surface-formats';
import { toPointer } from '@fixpoint/structured-text';
import { normalizeReferenceRules, referenceRulesSchema, type ReferenceRules } from './reference-rules';

/** What becomes of one key of a marker of rules version 1. */
export interface MigrationStep {
  /** JSON pointer in the old marker. */
  readonly from: string;
  /** JSON pointer in the new marker; absent where nothing takes the place of the key. */
  readonly to?: string;
  /** Why it is not carried over, or what is different now. */
  readonly reason?: string;
}

/** What is known of a root beside its marker. */
export interface MigrationFacts {
  /** The tool as its snapshots name it. */
  readonly tool: string;
  /** Where the declared coverage stands from now on, relative to the root; absent without a wrapper. */
  readonly coverage?: string;
  /** Whether the root holds snapshots, which stay as they are. */
  readonly hasMeasurements?: boolean;
}

/** A marker of rules version 2 that means what one of version 1 meant, and how each key came there. */
export interface Migration {
  readonly marker: Readonly<Record<string, unknown>>;
  readonly steps: readonly MigrationStep[];
}

const DOCUMENTATION = 'documentation only: no program ever read it';
const FIXED = 'there is one order of every list, which the product keeps';
const CHECKED = 'the product checks all of it, always';

/** Keys that have no place in rules version 2, with the reason (parity contract §12). */
const DROPPED: Readonly<Record<string, string>> = {
  scope: DOCUMENTATION,
  identity: DOCUMENTATION,
  features: 'switches are listed and enabled by "tool.features"',
  supplements: 'a supplement file is named by "tool.supplement"',
  comparison: DOCUMENTATION,
  wrapper_coverage: 'scopes, overlaps and notes are always checked',
  report: 'the files of a report have fixed names',
  automation: DOCUMENTATION,
  ci_validation: CHECKED,
  timestamps: 'artifacts carry no time but that of a measurement',
  sorting: FIXED,
  validation: CHECKED,
};

const lifecycleShape = z.looseObject({
  version_metadata: z
    .looseObject({
      supported_policy: z
        .looseObject({
          requires_union_complete: z.boolean().optional(),
          intentionally_unsupported_requires_note: z.boolean().optional(),
          coverage_requirement: z
            .looseObject({
              allowed_levels: z.array(z.enum(COVERAGE_LEVELS)).optional(),
              disallowed_levels: z.array(z.string()).optional(),
              treat_missing_as: z.enum(COVERAGE_LEVELS).optional(),
            })
            .optional(),
        })
        .optional(),
    })
    .optional(),
  storage: z
    .looseObject({ retention: z.looseObject({ keep_last_validated: z.int().min(1).optional() }).optional() })
    .optional(),
  versioning: z
    .looseObject({ pointers: z.looseObject({ stable_semver_pattern: z.string().optional() }).optional() })
    .optional(),
});

/** Turns a parsed marker of rules version 1 into one of version 2. Undefined where it is no marker of version 1. */
export function migrateRules(value: unknown, facts: MigrationFacts): Migration | undefined {
  const rules = referenceRulesSchema.safeParse(value);
  const lifecycle = lifecycleShape.safeParse(value);
  if (!rules.success || !lifecycle.success) return undefined;
  const { targets, union, exclusions } = normalizeReferenceRules(rules.data, '');
  const carried = carriedLifecycle(lifecycle.data);
  const marker = {
    rules_schema_version: 2,
    ...(facts.hasMeasurements && { migrated_from: 1 }),
    tool: { name: facts.tool },
    targets: Object.fromEntries(
      targets.expected.map((target) => [
        target,
        {
          platform: targets.platforms[target] ?? 'linux',
          ...(target === targets.required && { required: true }),
        },
      ]),
    ),
    root_flags: union.foldRootFlags ? 'fold' : 'keep',
    ...(facts.coverage !== undefined && { wrapper: { source: { file: facts.coverage } } }),
    ...(exclusions.length > 0 && { parity_exclusions: exclusions }),
    ...carried,
  };
  return { marker, steps: stepsOf(rules.data, facts) };
}

type Lifecycle = z.infer<typeof lifecycleShape>;

function carriedLifecycle(rules: Lifecycle): Record<string, unknown> {
  const keep = rules.storage?.retention?.keep_last_validated;
  return {
    ...carriedPolicy(rules.version_metadata?.supported_policy),
    ...(keep !== undefined && { retention: { keep_last_validated: keep } }),
    ...(allowsPrerelease(rules.versioning?.pointers?.stable_semver_pattern) && {
      pointers: { allow_prerelease: true },
    }),
  };
}

function carriedPolicy(policy: NonNullable<Lifecycle['version_metadata']>['supported_policy']): object {
  if (policy === undefined) return {};
  const { supported: defaults } = DEFAULT_LIFECYCLE;
  const { coverage_requirement: requirement = {} } = policy;
  const disallowed = new Set(requirement.disallowed_levels);
  const allowed = requirement.allowed_levels ?? defaults.allowedLevels;
  return {
    supported: {
      requires_union_complete: policy.requires_union_complete ?? false,
      allowed_levels: allowed.filter((level) => !disallowed.has(level)),
      treat_missing_as: requirement.treat_missing_as ?? defaults.treatMissingAs,
      waivers_need_note: policy.intentionally_unsupported_requires_note ?? false,
    },
  };
}

function allowsPrerelease(pattern: string | undefined): boolean {
  try {
    return pattern !== undefined && new RegExp(pattern, 'u').test('1.2.3-rc.1');
  } catch {
    return false;
  }
}

function stepsOf(rules: ReferenceRules, { coverage }: MigrationFacts): MigrationStep[] {
  const targets = rules.union.expected_targets.map((target, index) => ({
    from: toPointer(['union', 'expected_targets', index]),
    to: toPointer(['targets', target]),
    ...(rules.union.platform_mapping[target] === undefined && {
      reason: 'its platform was not said and is taken to be linux: correct it if it is another one',
    }),
  }));
  const kept: MigrationStep[] = [
    { from: '/union/required_target', to: toPointer(['targets', rules.union.required_target, 'required']) },
    ...targets,
    { from: '/union/require_*', reason: 'snapshots of another tool or version are never merged' },
    { from: '/globals/effective_flags_model', to: '/root_flags' },
    { from: '/parity_exclusions/units', to: '/parity_exclusions' },
    { from: '/version_metadata/supported_policy', to: '/supported' },
    { from: '/storage/retention/keep_last_validated', to: '/retention/keep_last_validated' },
    { from: '/versioning/pointers', to: '/pointers', reason: 'root pointers may always say "none"' },
  ];
  const present = kept.filter(({ from }) => (from.split('/')[1] as string) in rules);
  const dropped = Object.keys(rules)
    .filter(
      (key) => !present.some(({ from }) => from.split('/')[1] === key) && key !== 'rules_schema_version',
    )
    .map((key) => ({ from: toPointer([key]), reason: DROPPED[key] ?? 'rules version 2 does not know it' }));
  return [
    ...present,
    ...dropped,
    ...(coverage === undefined ? [] : [{ from: 'wrapper_coverage.json', to: '/wrapper/source/file' }]),
  ];
}

import { z } from 'zod';
import { COVERAGE_LEVELS } from '@fixpoint/surface-formats';
import { referenceRulesSchema } from './reference-rules';

const words = z.array(z.string());
const levels = z.array(z.enum(COVERAGE_LEVELS));
const { shape } = referenceRulesSchema;

const versioning = z
  .looseObject({
    pointers: z
      .looseObject({
        stable_semver_pattern: z.string().describe('Which versions pointers may name: a regular expression.'),
        root_pointers_allow_none: z.boolean().optional(),
      })
      .optional(),
  })
  .describe('`validate` insists on `pointers.stable_semver_pattern`.');

const wrapperCoverage = z
  .looseObject({
    scope_semantics: z
      .looseObject({
        defaults: z.looseObject({ no_scope_means: z.literal('all_expected_targets') }).optional(),
        platforms_expand_to_expected_targets: z.boolean().optional(),
        platforms_expand_using: z.literal('union.platform_mapping').optional(),
        scope_set_resolution: z.looseObject({ mode: z.literal('union') }).optional(),
      })
      .optional(),
    validation: z
      .looseObject({
        disallow_overlapping_scopes: z.boolean().optional(),
        overlap_units: words.optional(),
      })
      .optional(),
  })
  .describe('What scopes of coverage entries mean; each choice has one supported value.');

const sorting = z
  .looseObject({
    commands: z.literal('lexicographic_path').optional(),
    flags: z.literal('by_key_then_long_then_short').optional(),
    args: z.literal('by_name').optional(),
    expected_targets: z.literal('rules_expected_targets_order').optional(),
  })
  .describe('The orders of lists, of which there is one.');

const supportedPolicy = z.looseObject({
  requires_union_complete: z.boolean().optional(),
  intentionally_unsupported_requires_note: z.boolean().optional(),
  coverage_requirement: z
    .looseObject({
      allowed_levels: levels.optional(),
      disallowed_levels: levels.optional(),
      treat_missing_as: z.enum(COVERAGE_LEVELS).optional(),
    })
    .optional(),
});

/**
 * Rules version 1 with every key that some command reads (parity contract §12). What only one command reads is optional here:
 * that command insists on it, the others do not look at it. Keys that no program ever read are open.
 */
export const referenceRulesDocument = z
  .looseObject({
    ...shape,
    $schema: z.string().optional(),
    versioning: versioning.nullish(),
    wrapper_coverage: wrapperCoverage.nullish(),
    sorting: sorting.nullish(),
    version_metadata: z
      .looseObject({ supported_policy: supportedPolicy.optional() })
      .nullish()
      .describe('When a target of a version is supported: what `version-metadata` insists on.'),
    storage: z
      .looseObject({
        retention: z.looseObject({ keep_last_validated: z.int().min(0).optional() }).optional(),
      })
      .nullish()
      .describe('What `retain` keeps.'),
  })
  .describe('Rules of a parity root, version 1');

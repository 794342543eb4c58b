import { z } from 'zod';

const exclusion = z.looseObject({
  unit: z.string(),
  path: z.array(z.string()),
  key: z.string().nullish(),
  name: z.string().nullish(),
  note: z.string(),
});

/** What the validator needs of a marker of rules version 1; other keys are passed over (parity contract §9.1). */
export const rulesShape = z.looseObject({
  union: z.looseObject({
    required_target: z.string(),
    expected_targets: z.array(z.string()),
    platform_mapping: z.record(z.string(), z.string()),
  }),
  versioning: z.looseObject({
    pointers: z.looseObject({
      stable_semver_pattern: z.string(),
      root_pointers_allow_none: z.boolean().default(false),
    }),
  }),
  wrapper_coverage: z.looseObject({
    scope_semantics: z.looseObject({
      defaults: z.looseObject({ no_scope_means: z.literal('all_expected_targets') }),
      platforms_expand_to_expected_targets: z.boolean(),
      platforms_expand_using: z.literal('union.platform_mapping'),
      scope_set_resolution: z.looseObject({ mode: z.literal('union') }),
    }),
    validation: z.looseObject({
      disallow_overlapping_scopes: z.boolean(),
      overlap_units: z.array(z.string()),
    }),
  }),
  parity_exclusions: z
    .looseObject({ schema_version: z.number().int().nonnegative(), units: z.array(exclusion) })
    .nullish(),
});

/** The marker as the validator reads it. */
export type RulesDocument = z.infer<typeof rulesShape>;

/** One entry of `parity_exclusions.units` as it was written. */
export type ExclusionEntry = z.infer<typeof exclusion>;

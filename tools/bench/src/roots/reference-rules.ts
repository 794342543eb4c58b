import { REFERENCE_RULES } from '@fixpoint/testkit';

/** A marker of rules version 1 over some targets, the first of which is required. */
export function referenceRules(platforms: Readonly<Record<string, string>>): unknown {
  const targets = Object.keys(platforms);
  return {
    rules_schema_version: 1,
    ...REFERENCE_RULES,
    union: {
      required_target: targets[0],
      expected_targets: targets,
      platform_mapping: platforms,
      require_same_tool: true,
      require_same_semantic_version: true,
      require_semantic_version: true,
    },
    globals: {
      effective_flags_model: {
        enabled: true,
        union_normalization: { dedupe_per_command_flags_against_root: true },
      },
    },
  };
}

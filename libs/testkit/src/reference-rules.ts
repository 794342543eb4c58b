/** What a marker of rules version 1 has to spell out although only one value is supported (parity contract §12). */
export const REFERENCE_RULES = {
  sorting: {
    commands: 'lexicographic_path',
    flags: 'by_key_then_long_then_short',
    args: 'by_name',
    expected_targets: 'rules_expected_targets_order',
    inputs: 'rules_expected_targets_order',
    available_on: 'rules_expected_targets_order',
    conflicts: 'by_unit_then_path_then_key_or_name_then_field',
    report: {
      missing_commands: 'by_path',
      missing_flags: 'by_path_then_key',
      missing_args: 'by_path_then_name',
      wrapper_only_commands: 'by_path',
      wrapper_only_flags: 'by_path_then_key',
      wrapper_only_args: 'by_path_then_name',
    },
  },
  wrapper_coverage: {
    scope_semantics: {
      platforms_expand_to_expected_targets: true,
      platforms_expand_using: 'union.platform_mapping',
    },
  },
  report: {
    file_naming: {
      any: 'coverage.any.json',
      all: 'coverage.all.json',
      per_target: 'coverage.<target_triple>.json',
    },
    filter_semantics: { when_union_incomplete: { all: 'error' } },
  },
};

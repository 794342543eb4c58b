import type { Manifest, WrapperConfig } from '@fixpoint/surface-formats';
import { LINUX, MACOS, TARGETS, WINDOWS } from '@fixpoint/testkit';

export { LINUX, MACOS, TARGETS, WINDOWS };

/** A manifest of rules version 2 over three targets; anything can be replaced. */
export function manifestOf(changes: Partial<Manifest> = {}): Manifest {
  return {
    rulesSchemaVersion: 2,
    root: 'cli_manifests/tool',
    targets: {
      required: LINUX,
      expected: TARGETS,
      platforms: { [LINUX]: 'linux', [MACOS]: 'macos', [WINDOWS]: 'windows' },
    },
    binaries: {},
    union: {
      requireSameTool: true,
      requireSameSemanticVersion: true,
      requireSemanticVersion: true,
      foldRootFlags: true,
    },
    wrapper: { source: { kind: 'file', path: 'coverage.json' } },
    exclusions: [],
    raw: {},
    ...changes,
  };
}

/** A manifest of rules version 1 with everything in it that version 1 insists on. */
export function referenceManifestOf(changes: Partial<Manifest> = {}): Manifest {
  return manifestOf({ rulesSchemaVersion: 1, raw: REFERENCE_RULES, ...changes });
}

/** A manifest as `@fixpoint/config` makes it from a marker of rules version 1. */
export function referenceManifest(raw: Record<string, unknown>, wrapper?: WrapperConfig): Manifest {
  const rules = raw as unknown as ReferenceRules;
  const model = rules.globals?.effective_flags_model;
  return manifestOf({
    rulesSchemaVersion: 1,
    targets: {
      required: rules.union.required_target,
      expected: rules.union.expected_targets,
      platforms: rules.union.platform_mapping,
    },
    union: {
      requireSameTool: true,
      requireSameSemanticVersion: true,
      requireSemanticVersion: true,
      foldRootFlags: model?.union_normalization?.dedupe_per_command_flags_against_root === true,
    },
    wrapper,
    exclusions: rules.parity_exclusions?.schema_version === 1 ? rules.parity_exclusions.units : [],
    raw,
  });
}

interface ReferenceRules {
  readonly union: {
    readonly required_target: string;
    readonly expected_targets: readonly string[];
    readonly platform_mapping: Readonly<Record<string, string>>;
  };
  readonly globals?: {
    readonly effective_flags_model?: {
      readonly union_normalization?: { readonly dedupe_per_command_flags_against_root?: boolean };
    };
  };
  readonly parity_exclusions?: { readonly schema_version: number; readonly units: Manifest['exclusions'] };
}

const REFERENCE_RULES = {
  rules_schema_version: 1,
  sorting: {
    commands: 'lexicographic_path',
    flags: 'by_key_then_long_then_short',
    args: 'by_name',
    expected_targets: 'rules_expected_targets_order',
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

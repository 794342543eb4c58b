import type { Manifest, WrapperConfig } from '@fixpoint/surface-formats';
import { LINUX, MACOS, plainManifest, REFERENCE_RULES, TARGETS, WINDOWS } from '@fixpoint/testkit';

export { LINUX, MACOS, TARGETS, WINDOWS };

/** A manifest of rules version 2 over three targets whose coverage lies in a file; anything can be replaced. */
export function manifestOf(changes: Partial<Manifest> = {}): Manifest {
  return plainManifest({ wrapper: { source: { kind: 'file', path: 'coverage.json' } }, ...changes });
}

/** A manifest of rules version 1 with everything in it that version 1 insists on. */
export function referenceManifestOf(changes: Partial<Manifest> = {}): Manifest {
  return manifestOf({
    rulesSchemaVersion: 1,
    raw: { rules_schema_version: 1, ...REFERENCE_RULES },
    ...changes,
  });
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

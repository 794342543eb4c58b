import { z } from 'zod';
import type { Exclusion, Manifest } from '@fixpoint/surface-formats';

const unit = z.looseObject({
  unit: z.string(),
  path: z.array(z.string()),
  key: z.string().nullish(),
  name: z.string().nullish(),
  category: z.string().nullish(),
  note: z.string(),
});

/**
 * Rules version 1 as far as every command needs it. Version 1 is read tolerantly: keys that are not listed here are left
 * to the commands that insist on them (parity contract §12).
 */
export const referenceRulesSchema = z.looseObject({
  rules_schema_version: z.literal(1),
  union: z.looseObject({
    required_target: z.string().min(1),
    expected_targets: z.array(z.string()).min(1),
    platform_mapping: z.record(z.string(), z.string()).default({}),
    require_same_tool: z.boolean().default(false),
    require_same_semantic_version: z.boolean().default(false),
    require_semantic_version: z.boolean().default(false),
  }),
  globals: z
    .looseObject({
      effective_flags_model: z
        .looseObject({
          enabled: z.boolean().default(false),
          union_normalization: z
            .looseObject({ dedupe_per_command_flags_against_root: z.boolean().default(false) })
            .optional(),
        })
        .optional(),
    })
    .optional(),
  parity_exclusions: z.looseObject({ schema_version: z.number(), units: z.array(unit) }).nullish(),
});

/** A marker of rules version 1. */
export type ReferenceRules = z.infer<typeof referenceRulesSchema>;

/** Brings a marker of rules version 1 into the one form that derivations read. */
export function normalizeReferenceRules(rules: ReferenceRules, root: string): Manifest {
  const model = rules.globals?.effective_flags_model;
  return {
    rulesSchemaVersion: 1,
    root,
    targets: {
      required: rules.union.required_target,
      expected: rules.union.expected_targets,
      platforms: rules.union.platform_mapping,
    },
    binaries: {},
    // Version 1 keeps the wrapper's declaration outside the root; what is here is the file it was written to.
    wrapper: { source: { kind: 'file', path: 'wrapper_coverage.json' } },
    union: {
      requireSameTool: rules.union.require_same_tool,
      requireSameSemanticVersion: rules.union.require_same_semantic_version,
      requireSemanticVersion: rules.union.require_semantic_version,
      foldRootFlags:
        model?.enabled === true && model.union_normalization?.dedupe_per_command_flags_against_root === true,
    },
    exclusions:
      rules.parity_exclusions?.schema_version === 1 ? toExclusions(rules.parity_exclusions.units) : [],
    severity: {},
    raw: rules,
  };
}

// Units of unknown kind, flags without key and args without name do not count; a later duplicate replaces an earlier one.
function toExclusions(units: readonly z.infer<typeof unit>[]): Exclusion[] {
  const byIdentity = new Map<string, Exclusion>();
  for (const entry of units) {
    const exclusion = toExclusion(entry);
    if (exclusion === undefined) continue;
    byIdentity.set(
      JSON.stringify([exclusion.unit, exclusion.path, exclusion.key ?? exclusion.name]),
      exclusion,
    );
  }
  return [...byIdentity.values()];
}

function toExclusion(entry: z.infer<typeof unit>): Exclusion | undefined {
  const common = { path: entry.path, category: entry.category ?? undefined, note: entry.note };
  if (entry.unit === 'command') return { unit: 'command', ...common };
  if (entry.unit === 'flag' && entry.key) return { unit: 'flag', key: entry.key, ...common };
  if (entry.unit === 'arg' && entry.name) return { unit: 'arg', name: entry.name, ...common };
  return undefined;
}

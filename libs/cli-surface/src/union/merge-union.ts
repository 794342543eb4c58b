import { BINARY, canonical, GENERATOR, sortKeys } from '@fixpoint/artifact-schemas';
import { compareFindings, failure, success, type Result } from '@fixpoint/model';
import {
  compareBytes,
  newestTimestamp,
  toJsonText,
  type Manifest,
  type Snapshot,
  type Union,
  type UnionInput,
} from '@fixpoint/surface-formats';
import type { MergeContext } from './context';
import { requiredMissing } from './findings';
import { mergeCommands } from './merge-commands';
import { UNION_RULES } from './rule-sets';
import type { UnionScope, UnionSource } from './source';

/**
 * Merges the snapshots of one version into its union (parity contract §4; rules version 2 carries and compares every field).
 *
 * The order of the inputs does not matter; inputs for targets that the root does not expect are left out.
 *
 * @returns the union, or every reason why these snapshots are not one surface: a missing required target, mixed tools,
 * versions or generators, a binary of another target, a unit listed twice, a marker that asks for the unsupported
 *
 * @req FP-UNION-001
 */
export function mergeUnion(
  inputs: readonly UnionSource[],
  manifest: Manifest,
  scope: UnionScope,
): Result<Union> {
  const rules = UNION_RULES[manifest.rulesSchemaVersion];
  const configuration = rules.configuration(manifest, scope.lenient === true);
  if (configuration.length > 0) return failure(...configuration);
  const { expected, required: requiredTarget } = manifest.targets;
  const sources = expected.flatMap((target) => inputs.filter((input) => input.target === target).slice(-1));
  const required = sources.findIndex(({ target }) => target === requiredTarget);
  const { version } = scope;
  const agreed = { sources, required: sources[required], manifest, version };
  const problems = [
    ...(required === -1 ? [requiredMissing(manifest, version)] : []),
    ...rules.agreement.flatMap((rule) => rule(agreed)),
  ];
  if (problems.length > 0) return failure(...problems.sort(compareFindings));
  const { foldRootFlags } = manifest.union;
  const byteOrder = targetsInByteOrder(sources);
  const context = { rules, version, sources, required, byteOrder, foldRootFlags };
  const remarks = rules.remarks.flatMap((rule) => rule(agreed));
  return success(assemble(context, expected, scope), remarks);
}

/** The bytes of `snapshots/<version>/union.json`. */
export function unionText(union: Union): string {
  return toJsonText(union);
}

function targetsInByteOrder(sources: readonly UnionSource[]): number[] {
  const target = (index: number): string => sources[index]?.target ?? '';
  return [...sources.keys()].sort((a, b) => compareBytes(target(a), target(b)));
}

/** @req FP-UNION-003 */
function assemble(context: MergeContext, expected: readonly string[], scope: UnionScope): Union {
  const { rules, sources, required } = context;
  const { tool, collected_at, generator } = (sources[required] as UnionSource).snapshot;
  const present = new Set(sources.map(({ target }) => target));
  const missing = expected.filter((target) => !present.has(target));
  const newest = newestTimestamp(sources.map(({ snapshot }) => snapshot.collected_at)) ?? collected_at;
  return {
    snapshot_schema_version: 2,
    tool,
    mode: 'union',
    collected_at: rules.freeTimestamp ? (scope.timestamp ?? newest) : newest,
    expected_targets: expected,
    complete: missing.length === 0,
    ...(missing.length > 0 && { missing_targets: missing }),
    inputs: sources.map(toInput),
    commands: mergeCommands(context),
    ...(rules.namesGenerator &&
      generator && { generator: canonical(generator, GENERATOR) as typeof generator }),
  };
}

function toInput({ target, snapshot }: UnionSource): UnionInput {
  const { collected_at, binary, features, known_omissions } = snapshot;
  return {
    target_triple: target,
    collected_at,
    binary: canonical(binary, BINARY) as Snapshot['binary'],
    ...(features && { features: sortKeys(features) as NonNullable<Snapshot['features']> }),
    ...(known_omissions && { known_omissions }),
  };
}

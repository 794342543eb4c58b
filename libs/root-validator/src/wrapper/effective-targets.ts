import type { Rules } from '../rules/read-rules';
import type { WrapperScope } from './wrapper-shape';
import type { WrapperUnit } from './wrapper-units';

/** How the scope of an entry was written. */
export type ScopeKind = 'target_triples' | 'platforms' | 'no_scope';

/** How a scope was written; one that names nothing counts as none here. */
export function scopeKind(scope: WrapperScope): ScopeKind {
  if (scope?.target_triples?.length) return 'target_triples';
  return scope?.platforms?.length ? 'platforms' : 'no_scope';
}

/** The expected targets that an entry applies to: its own scope within that of its command (parity contract §6.4). */
export function effectiveTargets(
  rules: Rules,
  { kind, scope, commandScope }: WrapperUnit,
): ReadonlySet<string> {
  const own = scopeTargets(rules, scope);
  if (kind === 'command') return own;
  const command = scopeTargets(rules, commandScope);
  return new Set([...own].filter((target) => command.has(target)));
}

function scopeTargets({ union, wrapper_coverage: rules }: Rules, scope: WrapperScope): ReadonlySet<string> {
  const expected = union.expected_targets;
  if (scope === undefined || scope === null) return new Set(expected);
  const platforms = rules.scope_semantics.platforms_expand_to_expected_targets ? (scope.platforms ?? []) : [];
  const named = scope.target_triples ?? [];
  return new Set(
    expected.filter((target) => {
      const platform = Object.hasOwn(union.platform_mapping, target)
        ? union.platform_mapping[target]
        : undefined;
      return named.includes(target) || (platform !== undefined && platforms.includes(platform));
    }),
  );
}

import type { Finding } from '@fixpoint/model';
import { findingAt, nearest } from '@fixpoint/structured-text';
import type { TargetConfig } from '@fixpoint/surface-formats';
import { type CoverageUnit, describeUnit } from '@fixpoint/surface-units';
import type { Declaration } from '../declaration/read-declaration';

/** What an empty scope means: all targets, or a mistake. */
export type EmptyScopeRule = 'all-targets' | 'refused';

interface ScopeContext {
  readonly declaration: Declaration;
  readonly targets: TargetConfig;
  readonly emptyScope: EmptyScopeRule;
}

/**
 * Scopes that name something unknown, or nothing; with any of them the entries cannot be normalised.
 *
 * @req FP-COV-004
 */
export function scopeFindings(units: readonly CoverageUnit[], context: ScopeContext): Finding[] {
  return units.flatMap((unit) => [
    ...unknownNames(unit, context, 'target_triples'),
    ...unknownNames(unit, context, 'platforms'),
    ...emptyScopes(unit, context),
  ]);
}

function unknownNames(
  { scope, pointer }: CoverageUnit,
  { declaration: { document }, targets }: ScopeContext,
  list: 'target_triples' | 'platforms',
): Finding[] {
  const noun = list === 'platforms' ? 'platform' : 'target';
  const known =
    list === 'platforms'
      ? [...new Set(targets.expected.map((target) => targets.platforms[target] ?? ''))]
      : targets.expected;
  return (scope?.[list] ?? []).flatMap((name, index) => {
    if (known.includes(name)) return [];
    const meant = nearest(name, known);
    return [
      findingAt(document, `${pointer}/scope/${list}/${index}`, {
        id: `wrapper-coverage/unknown-${noun}`,
        message: `${noun} "${name}" is not expected by RULES.json${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
        expected: meant ?? known.join(', '),
        actual: name,
        fix:
          meant === undefined
            ? `remove "${name}" from the scope in ${document.file}, or add it to the targets of RULES.json`
            : `replace "${name}" by "${meant}" in ${document.file}`,
      }),
    ];
  });
}

function emptyScopes(unit: CoverageUnit, { declaration: { document }, emptyScope }: ScopeContext): Finding[] {
  const { scope, pointer } = unit;
  const isEmpty = scope && !scope.platforms?.length && !scope.target_triples?.length;
  if (emptyScope === 'all-targets' || !isEmpty) return [];
  return [
    findingAt(document, `${pointer}/scope`, {
      id: 'wrapper-coverage/empty-scope',
      message: `the scope of ${describeUnit(unit)} names no target, so the entry would apply nowhere`,
      fix: `remove the scope in ${document.file} to cover all targets, or name platforms or target_triples in it`,
    }),
  ];
}

import type { Violation } from '../findings/violation';
import type { RootContext } from '../root-context';
import type { Rules } from '../rules/read-rules';
import { placed } from '../shared/fixes';
import { renderPath } from '../shared/words';
import { effectiveTargets, scopeKind } from './effective-targets';
import type { WrapperUnit } from './wrapper-units';

/** What the rules call the units whose scopes must not overlap. */
const OVERLAP_UNITS = { command: 'command_path', flag: 'command_flag_key', arg: 'command_arg_name' } as const;

/** Entries of one unit that speak for the same target, one violation per target (parity contract §9.3 f). */
export function checkOverlaps(
  { rules, view }: RootContext,
  units: readonly WrapperUnit[],
): readonly Violation[] {
  const { disallow_overlapping_scopes: disallowed, overlap_units: kinds } = rules.wrapper_coverage.validation;
  if (!disallowed) return [];
  const watched = units.filter(({ kind }) => kinds.includes(OVERLAP_UNITS[kind]));
  const file = placed(view, 'wrapper_coverage.json');
  return [...byIdentity(watched).values()]
    .filter((entries) => entries.length > 1)
    .flatMap((entries) => groupOverlaps(entries, rules, file));
}

/** Entries by rendered path, so that a token with a slash meets the path it looks like. */
function byIdentity(units: readonly WrapperUnit[]): Map<string, WrapperUnit[]> {
  const groups = new Map<string, WrapperUnit[]>();
  for (const unit of units) {
    const identity = JSON.stringify([unit.kind, renderPath(unit.path), unit.keyOrName]);
    const group = groups.get(identity);
    if (group === undefined) groups.set(identity, [unit]);
    else group.push(unit);
  }
  return groups;
}

function groupOverlaps(entries: readonly WrapperUnit[], rules: Rules, file: string): Violation[] {
  const scoped = entries.map((entry) => ({ entry, targets: effectiveTargets(rules, entry) }));
  return rules.union.expected_targets.flatMap((target) => {
    const matching = scoped.filter(({ targets }) => targets.has(target)).map(({ entry }) => entry);
    return matching.length > 1 ? [overlap(matching, target, file)] : [];
  });
}

function overlap(matching: readonly WrapperUnit[], target: string, file: string): Violation {
  const indexes = matching.map(({ index }) => index);
  const [first] = matching as readonly [WrapperUnit, ...WrapperUnit[]];
  const name = `${renderPath(first.path)}${first.keyOrName === undefined ? '' : ` ${first.keyOrName}`}`;
  return {
    code: 'WRAPPER_SCOPE_OVERLAP',
    path: 'wrapper_coverage.json',
    place: matching[1]?.pointer,
    unit: 'wrapper_coverage',
    commandPath: renderPath(first.path),
    ...(first.keyOrName !== undefined && { keyOrName: first.keyOrName }),
    field: 'scope',
    target,
    message: `${first.kind} ${name} has ${matching.length} entries for ${target}: ${indexes.join(', ')}`,
    fix: `narrow the scopes of ${indexes.join(', ')} in ${file} until only one of them holds ${target}`,
    details: {
      matching_entry_indexes: indexes,
      matching_entry_scope_kinds: matching.map(({ scope }) => scopeKind(scope)),
    },
  };
}

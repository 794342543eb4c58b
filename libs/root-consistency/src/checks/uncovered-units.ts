import { pathKey, type Manifest, type Union, type WrapperCoverage } from '@fixpoint/surface-formats';
import { describeUnit, effectiveTargets, listUnits, unitId, type UnitRef } from '@fixpoint/surface-units';

/**
 * The units of a target of which the coverage of the wrapper says nothing, neither by themselves nor by a waiver of a command
 * above them. Excluded units and what lies in excluded commands do not count. Levels are not weighed: that takes a policy.
 */
export function uncoveredUnits(
  { union, wrapper, manifest }: { union: Union; wrapper: WrapperCoverage; manifest: Manifest },
  target: string,
): readonly string[] {
  const entries = listUnits(wrapper.coverage).filter((unit) =>
    effectiveTargets(unit, manifest.targets).includes(target),
  );
  const covered = new Set(entries.map(unitId));
  const waived = entries.filter(({ kind, level }) => kind === 'command' && level === WAIVED);
  const excluded = new Set(
    manifest.exclusions.map(({ unit, path, key, name }) =>
      unitId({ kind: unit, path, name: key ?? name ?? '' }),
    ),
  );
  return unitsOn(union, target, excluded)
    .filter((unit) => !covered.has(unitId(unit)) && !excluded.has(unitId(unit)))
    .filter((unit) => !waived.some(({ path }) => isAtOrAbove(path, unit.path)))
    .map(describeUnit);
}

const WAIVED = 'intentionally_unsupported';

function unitsOn(union: Union, target: string, excluded: ReadonlySet<string>): readonly UnitRef[] {
  const isThere = (unit: { readonly available_on: readonly string[] }) => unit.available_on.includes(target);
  return union.commands.filter(isThere).flatMap(({ path, flags = [], args = [] }) => {
    const command: UnitRef = { kind: 'command', path, name: '' };
    if (excluded.has(unitId(command))) return [];
    return [
      command,
      ...flags.filter(isThere).map(({ key }): UnitRef => ({ kind: 'flag', path, name: key })),
      ...args.filter(isThere).map(({ name }): UnitRef => ({ kind: 'arg', path, name })),
    ];
  });
}

function isAtOrAbove(path: readonly string[], other: readonly string[]): boolean {
  return pathKey(other.slice(0, path.length)) === pathKey(path);
}

import {
  inTargetOrder,
  type TargetConfig,
  type WrapperCommand,
  type WrapperFlag,
  type WrapperScope,
} from '@fixpoint/surface-formats';
import { toPointer } from '@fixpoint/structured-text';
import type { UnitRef } from './units';

/** One entry of a coverage document, with its place in it. */
export interface CoverageUnit extends UnitRef {
  readonly level: string;
  readonly note?: string;
  readonly scope?: WrapperScope;
  readonly pointer: string;
  /** The command entry that holds a flag or an argument. */
  readonly holder?: CoverageUnit;
}

/** All entries of a coverage document in its order: each command before its flags, these before its arguments. */
export function listUnits(
  coverage: readonly WrapperCommand[],
  isWanted: (index: number) => boolean = () => true,
): CoverageUnit[] {
  return coverage.flatMap((entry, index) => {
    if (!isWanted(index)) return [];
    const command = toUnit(entry, { kind: 'command', path: entry.path, name: '' }, ['coverage', index]);
    const flags = (entry.flags ?? []).map((flag, position) =>
      toUnit(flag, { kind: 'flag', path: entry.path, name: flag.key }, [
        'coverage',
        index,
        'flags',
        position,
      ]),
    );
    const args = (entry.args ?? []).map((arg, position) =>
      toUnit(arg, { kind: 'arg', path: entry.path, name: arg.name }, ['coverage', index, 'args', position]),
    );
    return [command, ...[...flags, ...args].map((unit) => ({ ...unit, holder: command }))];
  });
}

function toUnit(
  { level, note, scope }: Pick<WrapperFlag, 'level' | 'note' | 'scope'>,
  ref: UnitRef,
  at: readonly (string | number)[],
): CoverageUnit {
  return {
    ...ref,
    level,
    note: note ?? undefined,
    scope: scope ?? undefined,
    pointer: toPointer(at),
  };
}

/** The expected targets a scope names: its own and those of its platforms, in target order; all without a scope. */
export function scopeTargets(scope: WrapperScope | undefined, targets: TargetConfig): readonly string[] {
  if (scope === undefined) return targets.expected;
  const platforms = scope.platforms ?? [];
  const ofPlatforms = targets.expected.filter((target) =>
    platforms.includes(targets.platforms[target] ?? ''),
  );
  return inTargetOrder([...(scope.target_triples ?? []), ...ofPlatforms], targets.expected);
}

/** Where an entry applies: its scope, within that of the command entry that holds it (parity contract §6.4). */
export function effectiveTargets(unit: CoverageUnit, targets: TargetConfig): readonly string[] {
  const own = scopeTargets(unit.scope, targets);
  if (unit.holder === undefined) return own;
  const outer = scopeTargets(unit.holder.scope, targets);
  return own.filter((target) => outer.includes(target));
}

import type { TargetConfig, WrapperCommand, WrapperScope } from '@fixpoint/surface-formats';
import { effectiveTargets, listUnits, type CoverageUnit } from './coverage-units';
import { unitId, type IdentifiedUnit, type UnitRef } from './units';

/** One entry of the wrapper for a unit. */
export interface CoverageEntry {
  readonly level: string;
  readonly note?: string;
  /** The expected targets on which the entry applies, in target order. */
  readonly targets: readonly string[];
  readonly unit: CoverageUnit;
}

/** All entries for one unit, in file order. */
export interface CoveredUnit {
  readonly ref: IdentifiedUnit;
  readonly entries: readonly CoverageEntry[];
}

/** What the wrapper says, by unit. */
export type CoverageIndex = ReadonlyMap<string, CoveredUnit>;

/** Gathers the entries of each unit, across repeated command entries; `canonical` gives units their own names. */
export function indexCoverage(
  coverage: readonly WrapperCommand[],
  targets: TargetConfig,
  canonical: (ref: UnitRef) => UnitRef,
): CoverageIndex {
  const index = new Map<string, { ref: IdentifiedUnit; entries: CoverageEntry[] }>();
  for (const unit of listUnits(coverage)) {
    const ref = canonical({ kind: unit.kind, path: unit.path, name: unit.name });
    const id = unitId(ref);
    const entry = {
      level: unit.level,
      note: unit.note?.trim() || undefined,
      targets: effectiveTargets(unit, targets),
      unit,
    };
    const known = index.get(id);
    if (known === undefined) index.set(id, { ref: { ...ref, id }, entries: [entry] });
    else known.entries.push(entry);
  }
  return index;
}

/**
 * How exactly an entry names a target, smaller being more exact: by triple, by platform, or not at all; the entry's own
 * scope counts first, then that of the command entry that holds it.
 */
export function specificity({ unit }: CoverageEntry, target: string): number {
  const own = scopeRank(unit.scope, target);
  const outer = unit.holder === undefined ? own : scopeRank(unit.holder.scope, target);
  return own * 3 + outer;
}

function scopeRank(scope: WrapperScope | undefined, target: string): number {
  if (scope === undefined) return 2;
  return scope.target_triples?.includes(target) ? 0 : 1;
}

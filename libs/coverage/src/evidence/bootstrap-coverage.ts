import {
  withoutAbsent,
  type CoverageDeclaration,
  type EvidenceUse,
  type TargetConfig,
  type Union,
  type WrapperCommand,
  type WrapperEvidence,
} from '@fixpoint/surface-formats';
import { commandRef, unitId, type UnitRef, Upstream } from '@fixpoint/surface-units';
import { byContent, normalizeCoverage } from '../wrapper-coverage/normalize-coverage';
import { relatedFlags, usedUnit } from './evidence-subject';

const NO_TARGETS: TargetConfig = { required: '', expected: [], platforms: {} };

/**
 * A first declaration for a wrapper that has none: everything its source passes is explicit, in upstream's own words where
 * upstream knows it. What the source does not pass is left out, so that reports list it as missing.
 */
export function bootstrapCoverage(evidence: WrapperEvidence, union: Union): CoverageDeclaration {
  const upstream = new Upstream(union, { hidden: true, aliases: true, foldedFlags: true });
  const units = new Map<string, UnitRef>();
  for (const use of evidence.uses) {
    for (const unit of unitsOf(use, upstream)) units.set(unitId(unit), unit);
  }
  const flags = [...units.values()].filter(({ kind }) => kind === 'flag');
  const paths = new Map([...units.values()].map(({ path }) => [unitId(commandRef(path)), path]));
  const commands = [...paths.values()].map((path): WrapperCommand => {
    const own = flags.filter((flag) => unitId(commandRef(flag.path)) === unitId(commandRef(path)));
    return {
      path,
      level: 'explicit',
      flags: own.map(({ name }) => ({ key: name, level: 'explicit' })),
    };
  });
  return withoutAbsent({
    schema_version: 1,
    wrapper_version: evidence.source.version,
    coverage: normalizeCoverage(commands, NO_TARGETS, byContent),
  });
}

function unitsOf(use: EvidenceUse, upstream: Upstream): UnitRef[] {
  const used = usedUnit(use, upstream);
  const places = used.kind === 'flag' ? flagPlaces(used, upstream) : [used];
  return places.flatMap((unit) => [...leadingCommands(unit), unit]);
}

function leadingCommands({ path }: UnitRef): UnitRef[] {
  return path.map((_, index) => commandRef(path.slice(0, index + 1)));
}

// The command itself, then the nearest one above it, then those below: as far as it can be told where an argument goes.
function flagPlaces(used: UnitRef, upstream: Upstream): readonly UnitRef[] {
  const own = upstream.canonical(used);
  if (upstream.counterpart(own) !== undefined) return [own];
  const related = relatedFlags(used, upstream).map(({ kind, path, name }) => ({ kind, path, name }));
  const above = related.filter(({ path }) => path.length < used.path.length);
  const nearest = above.at(-1);
  if (nearest !== undefined) return [nearest];
  return related.length > 0 ? related : [own];
}

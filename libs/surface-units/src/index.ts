export {
  areRelated,
  commandRef,
  compareByKind,
  compareByPath,
  describeUnit,
  UNIT_KINDS,
  unitId,
  unitIdAt,
  type IdentifiedUnit,
  type UnitKind,
  type UnitRef,
} from './units';
export {
  spellingsOf,
  Upstream,
  type UpstreamCommand,
  type UpstreamReading,
  type UpstreamUnit,
} from './upstream';
export { effectiveTargets, listUnits, scopeTargets, type CoverageUnit } from './coverage-units';
export { coverageShape, type CoverageStrictness } from './coverage-shape';
export {
  indexCoverage,
  specificity,
  type CoverageEntry,
  type CoverageIndex,
  type CoveredUnit,
} from './coverage-index';
export { isSettled, type Declared, type Standing } from './levels';
export { PerTargetResolver, type LevelInputs } from './per-target-resolver';
export { readUnion, readWrapperCoverage, unionFile, type CommittedInput } from './read-inputs';
export { EVIDENCE_FILE } from './evidence-file';
export { readEvidence } from './read-evidence';
export { shapeFinding } from './shape-finding';
export { WRAPPER_COVERAGE_FILE } from './wrapper-coverage-file';

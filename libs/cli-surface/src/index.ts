export { findCandidates, type BinaryCandidate } from './binary';
export {
  committedSnapshotsDerivation,
  type CommittedSnapshots,
} from './committed/committed-snapshots-derivation';
export {
  parseReferenceSupplement,
  REFERENCE_TOOL_ROWS,
  referenceSnapshot,
  referenceTool,
  snapshotFromCannedCli,
  type CannedBinary,
  type CannedCli,
  type ReferenceTool,
} from './reference';
export {
  findMeasuredExecutable,
  SNAPSHOT_GENERATOR_VERSION,
  snapshotDerivation,
  type MeasuredTarget,
  type SnapshotFacts,
} from './snapshot';
export { mergeUnion, unionDerivation, type UnionFacts, type UnionSource } from './union';
export { checkSnapshot, snapshotText } from './validate-snapshot';

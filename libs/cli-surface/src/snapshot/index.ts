export { findMeasuredExecutable, type MeasuredExecutable } from './find-measured-executable';
export { SNAPSHOT_GENERATOR, SNAPSHOT_GENERATOR_VERSION } from './generator';
export { snapshotDerivation, type MeasuredTarget, type SnapshotFacts } from './snapshot-derivation';

export { checkSnapshot, duplicateFindings, readSnapshot } from './check-snapshot';
export { snapshotFile, type SnapshotPlace } from './problem';
export { snapshotText } from './snapshot-text';

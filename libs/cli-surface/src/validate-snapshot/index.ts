export { checkSnapshot, duplicateFindings, readSnapshot } from './check-snapshot';
export { isOfReferenceShape } from './content-problems';
export { snapshotFile, type SnapshotPlace } from './problem';
export { snapshotText } from './snapshot-text';

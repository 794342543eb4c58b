export { readSources, type SourceReading } from './read-sources';
export { preferSources } from './prefer-sources';
export { type CheckedPages } from './cross-check';
export { sourceRecords } from './source-records';
export { unlistedFlags, type ShownFlags, type UnlistedFlag } from './unlisted-flags';
export { disagreementFindings } from './disagreement-findings';

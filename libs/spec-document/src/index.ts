export type * from './spec-document';
export { readSpecs } from './read-specs';
export { scanIds } from './ids/scan-ids';

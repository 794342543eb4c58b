export type * from './spec-document';
export { statesNothing } from './states-nothing';
export { readSpecs } from './read-specs';
export { firstDefinitions, type PlacedRequirement } from './duplicate-findings';
export { scanIds } from './ids/scan-ids';
export { plainHyphens } from './ids/hyphens';

export type * from './config';
export type * from './requirement';
export { COMPLIANCE_PAGE, isReadme, SPEC_FOLDERS, SPECS_MARKER } from './conventions';
export { idPatternProblem } from './id-pattern-problem';
export { LAYER_KINDS, LEVELS } from './orders';
export { outputsOfSpecs } from './outputs';
export { tracePaths, type TracePaths } from './trace-paths';
export { DEFAULT_IDS } from './default-ids';

export type * from './config';
export type * from './requirement';
export { idPatternProblem } from './id-pattern-problem';
export { outputsOfSpecs } from './outputs';
export { tracePaths, type TracePaths } from './trace-paths';

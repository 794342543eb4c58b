export type * from './config';
export type * from './requirement';
export { idPatternProblem } from './id-pattern-problem';
export { outputsOfSpecs, TRACE_FILES } from './outputs';

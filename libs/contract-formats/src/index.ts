export type * from './config';
export type * from './interaction';
export { readMatching, type FoundFile } from './read-matching';
export { GENERATED_LIST, GENERATED_SCHEMAS, outputsOfContracts } from './outputs';
export { emissionPatternProblem } from './emission-pattern';
export { readNamedGlobs, type NamedGlobs } from './named-globs';

export type * from './config';
export { GENERATED_LIST, outputsOfContracts } from './outputs';
export { emissionPatternProblem } from './emission-pattern';

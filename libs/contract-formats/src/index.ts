export type * from './config';
export { GENERATED_LIST, GENERATED_SCHEMAS, outputsOfContracts } from './outputs';
export { emissionPatternProblem } from './emission-pattern';

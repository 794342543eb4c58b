export type * from './config';
export type * from './interaction';
export { GENERATED_LIST, outputsOfContracts } from './outputs';
export type * from './interaction';
export { readMatching, type FoundFile } from './read-matching';
